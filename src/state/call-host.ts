import type { CredentialSource, InvokeClient, InvokeClientConfig } from '../core/index.ts';
import type { FromCallHost, ToCallHost } from './call-messages.ts';
import { callInvoke, type CallEnd } from './run-call.ts';
import type { Run } from './types.ts';

/** A worker's own side of its channel to the page. */
export interface CallHostPort {
  postMessage(message: FromCallHost): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToCallHost>) => void): void;
}

export interface HostCalls {
  port: CallHostPort;
  createClient: (config: InvokeClientConfig) => InvokeClient;
  /** Whether the worker's own policy has barred a request to an origin. */
  isBarred: (origin: string) => boolean;
  /** Milliseconds since the epoch, by a clock that never goes back: the page has the same. */
  epochMs: () => number;
}

interface HostedClient {
  client: InvokeClient;
  origin: string;
}

interface Asked {
  resolve: (source: CredentialSource) => void;
  reject: (reason: Error) => void;
}

/** Makes the calls of a series for the page (series-calls.ts), in a worker where they hold nothing up. */
export function hostCalls(ports: HostCalls): void {
  const { port, createClient } = ports;
  const clients = new Map<number, HostedClient>();
  const calls = new Map<number, AbortController>();
  const asked = new Map<number, Asked>();
  let lastAsk = 0;

  const provider = (client: number) => (): Promise<CredentialSource> =>
    new Promise((resolve, reject) => {
      lastAsk += 1;
      asked.set(lastAsk, { resolve, reject });
      port.postMessage({ type: 'ask', ask: lastAsk, client });
    });

  const takeAsked = (ask: number): Asked | undefined => {
    const found = asked.get(ask);
    asked.delete(ask);
    return found;
  };

  const make = async (message: CallMessage): Promise<void> => {
    const { call } = message;
    const hosted = clients.get(message.client);
    if (!hosted) return port.postMessage({ type: 'unsent', call });
    const controller = new AbortController();
    calls.set(call, controller);
    await makeCall(message, { ...ports, ...hosted, signal: controller.signal });
    return void calls.delete(call);
  };

  port.addEventListener('message', ({ data }) => {
    if (data.type === 'call') void make(data);
    else if (data.type === 'abort') calls.get(data.call)?.abort();
    else if (data.type === 'forget') clients.delete(data.client);
    else if (data.type === 'credentials') takeAsked(data.ask)?.resolve(data.source);
    else if (data.type === 'no-credentials') takeAsked(data.ask)?.reject(new Error(data.reason));
    else {
      const { client: id, origin, config, asks } = data;
      const client = createClient(asks ? { ...config, credentials: provider(id) } : config);
      clients.set(id, { client, origin });
    }
  });
  port.postMessage({ type: 'ready' });
}

type CallMessage = Extract<ToCallHost, { type: 'call' }>;

/** A call that ends sooner is told of once, with its end. */
const newsEachMs = 50;

async function makeCall(
  { call, run, pressedAtMs }: CallMessage,
  ports: HostCalls & HostedClient & { signal: AbortSignal },
): Promise<void> {
  const { port, client, signal, epochMs } = ports;
  let patch: Partial<Run> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    timer = undefined;
    port.postMessage({ type: 'news', call, patch });
    patch = {};
  };
  const onChange = (change: Partial<Run>): void => {
    Object.assign(patch, change);
    timer ??= setTimeout(tell, newsEachMs);
  };
  const end = await callInvoke({
    client,
    run,
    signal,
    pressedMs: pressedAtMs,
    monotonicMs: epochMs,
    onChange,
  });
  clearTimeout(timer);
  port.postMessage(
    (await wasBarred(end, ports)) ? { type: 'unsent', call } : { type: 'end', call, patch, end },
  );
}

/** The browser tells of what a policy has barred about when the request fails. */
const tellMs = 20;

async function wasBarred(
  { result }: CallEnd,
  { isBarred, origin }: HostCalls & HostedClient,
): Promise<boolean> {
  if (result.ok || result.error.kind !== 'network') return false;
  await new Promise((resolve) => setTimeout(resolve, tellMs));
  return isBarred(origin);
}
