import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { createInvokeClient } from '../src/core/index.ts';

/** What one click in the page came to. */
export interface Click {
  outcome: string;
  mayHaveRun?: string;
  /** How often the page itself called fetch. */
  fetches: number;
}

export interface ClickTarget {
  endpoint: string;
  functionName: string;
  timeoutMs: number;
}

const region = 'eu-west-1';
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };

/** One invoke by our core with its defaults. */
export async function clickOurs({ endpoint, functionName, timeoutMs }: ClickTarget): Promise<Click> {
  let fetches = 0;
  const client = createInvokeClient({
    region,
    credentials,
    endpoint,
    timeoutMs,
    fetch: (url, { body, ...init }) => {
      fetches += 1;
      return fetch(url, { ...init, ...(body && { body: body.slice() }) });
    },
  });
  const result = await client.invoke({ functionName, payload: '{}' });
  return result.ok
    ? { outcome: 'ok', fetches }
    : { outcome: result.error.kind, mayHaveRun: result.error.mayHaveRun, fetches };
}

/** One invoke by the AWS SDK with its defaults. */
export async function clickSdk({ endpoint, functionName, timeoutMs }: ClickTarget): Promise<Click> {
  const native = globalThis.fetch;
  let fetches = 0;
  globalThis.fetch = (...given) => {
    fetches += 1;
    return native(...given);
  };
  const client = new LambdaClient({
    region,
    credentials,
    endpoint,
    requestHandler: { requestTimeout: timeoutMs },
  });
  try {
    await client.send(
      new InvokeCommand({ FunctionName: functionName, Payload: new TextEncoder().encode('{}') }),
    );
    return { outcome: 'ok', fetches };
  } catch (thrown) {
    return { outcome: thrown instanceof Error ? thrown.name : 'thrown', fetches };
  } finally {
    globalThis.fetch = native;
  }
}

Object.assign(globalThis, { clickOurs, clickSdk });
