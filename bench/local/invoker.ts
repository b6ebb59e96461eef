import { request } from 'node:http';
import { AwsV4Signer } from 'aws4fetch';
import type { Connection } from './server-process.ts';

/** Sends one invocation of a function and resolves with its wall time in milliseconds. */
export type Invoker = () => Promise<number>;

/** Signs once: without an invocation id the endpoint takes the same request again as a new one. */
export async function createInvoker(connection: Connection, functionName: string): Promise<Invoker> {
  const url = `${connection.endpoint}/2015-03-31/functions/${functionName}/invocations`;
  const body = JSON.stringify({ text: 'x'.repeat(1000) });
  const { region, credentials } = connection;
  const signed = await new AwsV4Signer({
    method: 'POST',
    url,
    body,
    region,
    service: 'lambda',
    ...credentials,
  }).sign();
  const headers = Object.fromEntries(signed.headers);
  return async () => {
    const startedAt = performance.now();
    const status = await send(url, headers, body);
    if (status !== 200) throw new Error(`${functionName} answered ${status}.`);
    return performance.now() - startedAt;
  };
}

function send(url: string, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent: false }, (response) => {
      response.resume();
      response.on('error', reject);
      response.on('end', () =>
        resolve(response.headers['x-amz-function-error'] ? 0 : (response.statusCode ?? 0)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Runs `count` invocations, `atOnce` at a time. */
export async function runMany(
  invoke: Invoker,
  count: number,
  atOnce: number,
): Promise<{ ms: number[]; errors: string[] }> {
  const ms: number[] = [];
  const errors: string[] = [];
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await invoke().then(
        (time) => ms.push(time),
        (error: unknown) => errors.push(String(error)),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { ms, errors };
}
