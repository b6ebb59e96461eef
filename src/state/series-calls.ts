import { resolveEndpoint, type InvokeClientConfig } from '../core/index.ts';
import { CallDesk, type FarClient } from './call-desk.ts';
import { createClientFactory, type ClientFor, type ClientMakings } from './client-factory.ts';
import type { WorkerPort } from './json-work.ts';
import { callInvoke, type ConnectionCall } from './run-call.ts';
import type { SeriesMark } from './run-types.ts';
import type { SeriesCalls } from './series-types.ts';

export interface CreateSeriesCalls {
  /** Runs invoke.worker.ts. */
  startWorker: () => WorkerPort;
  signing: ClientMakings;
  /** Clients of the page, for what the worker can't do. */
  clientFor: ClientFor;
  /** Milliseconds since the epoch, by a clock that never goes back: the worker has the same. */
  epochMs: () => number;
}

/** To start a worker takes as long as some twenty fast runs. */
const fewestRuns = 100;

/**
 * Signing, sending and reading a thousand runs takes the page's whole time, so the calls of a long series are made in
 * a worker. Guards, records and the place in the queue of requests stay with the page. What the worker can't do,
 * because it has not started or its policy bars the request, the page does itself. null: the series is short.
 */
export function createSeriesCalls(ports: CreateSeriesCalls): (mark: SeriesMark) => SeriesCalls | null {
  let lastId = 0;
  let desk: CallDesk | null = null;
  const farClient = createClientFactory<FarClient>({
    ...ports.signing,
    createClient: (config) => ({ id: (lastId += 1), origin: originOf(config), config }),
    onDrop: ({ id }) => desk?.forget(id),
  });
  const makeHere = ({ connection, ...call }: ConnectionCall) =>
    callInvoke({ ...call, client: ports.clientFor(connection, call.run.request.retryMode) });
  return ({ runs }) => {
    if (runs < fewestRuns) return null;
    const opened = new CallDesk(ports);
    desk = opened;
    return {
      async make(call) {
        const { connection, run } = call;
        const clientNow = () => farClient(connection, run.request.retryMode);
        // A stream's chunks would be copied from there to here with each of its news.
        const end = run.request.stream ? null : await opened.make(call, clientNow);
        return end ?? makeHere(call);
      },
      close: () => opened.close(),
    };
  };
}

/** Where its requests go; of a configuration that can't work, nowhere. */
function originOf(config: InvokeClientConfig): string {
  const resolved = resolveEndpoint(config);
  const url = config.transportUrl ?? (resolved.ok ? resolved.url : '');
  return URL.canParse(url) ? new URL(url).origin : '';
}
