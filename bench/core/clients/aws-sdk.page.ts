import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { credentials, endpoint, region, register } from './target.ts';

const client = new LambdaClient({ region, credentials, endpoint });

register('AWS SDK', async (payload) => {
  const output = await client.send(new InvokeCommand({ FunctionName: 'f', Payload: payload }));
  return output.Payload;
});
