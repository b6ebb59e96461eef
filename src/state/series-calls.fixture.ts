import { expect, onTestFinished } from 'vitest';
import { createInvokeClient, enterQueue, type InvokeClient, type InvokeClientConfig } from '../core/index.ts';
import { playing, type Step } from '../core/sending.fixture.ts';
import { hostCalls } from './call-host.ts';
import type { FromCallHost, ToCallHost } from './call-messages.ts';
import { createClientFactory } from './client-factory.ts';
import { createCredentialMemory } from './credential-memory.ts';
import type { WorkerPort } from './json-work.ts';
import type { ConnectionCall } from './run-call.ts';
import { createSeriesCalls } from './series-calls.ts';
import type { SeriesCalls } from './series-types.ts';
import { keys } from './signing.fixture.ts';
import { connection, runRequest, until } from './state.fixture.ts';
import type { Connection, Run } from './types.ts';

export const mark = { id: 's1', runs: 100, ofDraft: 'd1' };

const epochMs = (): number => performance.timeOrigin + performance.now();

export interface FarSetUp {
  /** What the network answers to the worker. */
  far?: Step[];
  /** What it answers to the page. */
  here?: Step[];
  /** Makes the credentials of a connection that renews them. */
  exchange?: () => Promise<{ accessKeyId: string; secretAccessKey: string; expiration?: Date }>;
  isBarred?: (origin: string) => boolean;
  /** In place of a core in the worker: the one here would stand in the queue of the page. */
  farClient?: InvokeClient;
  startWorker?: () => WorkerPort;
}

/** Page and worker of a series, each with a core and a network of its own, and a real channel between them. */
export function farSetUp({ far = [], here = [], isBarred = () => false, ...given }: FarSetUp = {}) {
  const farNetwork = playing(...far);
  const pageNetwork = playing(...here);
  const credentials = createCredentialMemory();
  credentials.set('c1', keys);
  const said: ToCallHost[] = [];
  const state = { isReady: false, terminated: 0, fail: (): void => undefined };
  const exchange = given.exchange ?? (() => Promise.reject(new Error('No exchange here')));
  const signing = { credentials, exchange, now: () => new Date() };
  const createClient = (config: InvokeClientConfig) =>
    createInvokeClient({ ...config, fetch: pageNetwork.fetch });

  const startWorker = (): WorkerPort => {
    const { port1, port2 } = new MessageChannel();
    hostCalls({
      port: {
        postMessage: (message: FromCallHost) => port2.postMessage(message),
        addEventListener: (type, listener) => {
          port2.addEventListener(type, listener);
          port2.start();
        },
      },
      createClient: (config) => given.farClient ?? createInvokeClient({ ...config, fetch: farNetwork.fetch }),
      isBarred,
      epochMs,
    });
    onTestFinished(() => port1.close());
    return {
      postMessage(message) {
        port1.postMessage(message);
        said.push(structuredClone(message) as ToCallHost);
      },
      addEventListener(type: 'message' | 'error', listener: (event: never) => void) {
        if (type === 'error') state.fail = () => listener(new Event('error') as never);
        else {
          port1.addEventListener('message', (event) => {
            listener(event as never);
            state.isReady = true;
          });
        }
        port1.start();
      },
      terminate() {
        state.terminated += 1;
        port1.close();
      },
    };
  };

  const open = createSeriesCalls({
    startWorker,
    signing,
    clientFor: createClientFactory({ ...signing, createClient }),
    epochMs,
    ...given,
  });
  return { open, credentials, said, state, farSent: farNetwork.sent, pageSent: pageNetwork.sent };
}

/** With its worker there. */
export async function opened({ open, state }: ReturnType<typeof farSetUp>): Promise<SeriesCalls> {
  const calls = open(mark);
  if (!calls) throw new Error('The series is long enough');
  await until(() => expect(state.isReady).toBe(true));
  return calls;
}

/** One call of a series, and what it has said of its run. */
export function farCall(to: Partial<Connection> = {}, request: Partial<Run['request']> = {}) {
  const controller = new AbortController();
  const patches: Partial<Run>[] = [];
  const call: ConnectionCall = {
    connection: connection(to),
    run: { request: runRequest(request), attempts: [], marks: [] },
    signal: controller.signal,
    pressedMs: performance.now(),
    monotonicMs: () => performance.now(),
    onChange: (patch) => patches.push(patch),
  };
  return { call, patches, controller };
}

/** Every place of an origin's queue, as requests of the page hold them; gives what lets them go. */
export async function holdPlaces(origin: string): Promise<() => void> {
  const waiting = { signal: undefined, onWait: () => undefined };
  const places = await Promise.all(Array.from({ length: 5 }, async () => enterQueue(origin, waiting)));
  return () => places.forEach((release) => release());
}
