import type { InvokeInput } from '../core/index.ts';
import { startRunSeries } from './run-series.ts';
import { setUp, type SetUp } from './run-service.fixture.ts';
import type { SeriesItem, SeriesPlan } from './series-types.ts';
import { connection, payload, runRequest } from './state.fixture.ts';
import type { Run } from './types.ts';

export const item = (index: number): SeriesItem => ({
  request: runRequest({ payload: payload(String(index)) }),
  connection: connection(),
});

export function series(plan: Partial<SeriesPlan> = {}, options: SetUp = {}, clock = { ms: 0 }) {
  const { service, runs, records, events } = setUp(options);
  const ended: [number, Run][] = [];
  const started = startRunSeries(
    {
      mark: { id: 's1', runs: 3, ofDraft: 'd1' },
      concurrency: 1,
      item,
      onEnd: (index, run) => ended.push([index, run]),
      ...plan,
    },
    { service, monotonicMs: () => clock.ms },
  );
  return { ...started, service, runs, records, events, ended, clock };
}

export const sent = (input: InvokeInput): string => new TextDecoder().decode(bytesOf(input.payload));

function bytesOf(body: InvokeInput['payload']): Uint8Array {
  return body instanceof Uint8Array ? body : new TextEncoder().encode(String(body));
}
