import { createInvokeClient } from '../../../src/core/index.ts';
import { credentials, endpoint, region, register } from './target.ts';

const client = createInvokeClient({ region, credentials, endpoint });

register('our core', async (payload) => {
  const result = await client.invoke({ functionName: 'f', payload });
  if (!result.ok) throw new Error(result.error.message);
  return result.output.payload;
});
