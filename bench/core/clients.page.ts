import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { AwsClient } from 'aws4fetch';
import { createInvokeClient } from '../../src/core/index.ts';

/** One way to send a payload and to have the whole answer. */
export type Send = (payload: string) => Promise<unknown>;

const region = 'eu-west-1';
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
const endpoint = location.origin;
const url = `${endpoint}/2015-03-31/functions/f/invocations`;
const headers = { 'content-type': 'application/octet-stream' };

const ours = createInvokeClient({ region, credentials, endpoint });
const aws4fetch = new AwsClient({ ...credentials, region, service: 'lambda', retries: 0 });
const sdk = new LambdaClient({ region, credentials, endpoint });

/** The four of the comparison; bare fetch is the floor that the others are held against. */
export const clients: Record<'bare fetch' | 'our core' | 'aws4fetch' | 'AWS SDK', Send> = {
  'bare fetch': async (body) =>
    (await fetch(url, { method: 'POST', headers, body, cache: 'no-store' })).arrayBuffer(),
  'our core': async (payload) => {
    const result = await ours.invoke({ functionName: 'f', payload });
    if (!result.ok) throw new Error(result.error.message);
    return result.output.payload;
  },
  aws4fetch: async (body) =>
    (await aws4fetch.fetch(url, { method: 'POST', headers, body, cache: 'no-store' })).arrayBuffer(),
  'AWS SDK': async (Payload) => (await sdk.send(new InvokeCommand({ FunctionName: 'f', Payload }))).Payload,
};
