import type { CallOptions, InvokeInput, InvokeResult, StreamEvent } from '../core/index.ts';
import type { HistoryActions } from './history-types.ts';
import { createRunService } from './run-service.ts';
import { createRunStore } from './run-store.ts';
import type { CreateRunService, RunCommand } from './run-types.ts';
import { answer, client, connection, runRequest } from './state.fixture.ts';
import type { StorageResult } from './storage-types.ts';
import type { Run } from './types.ts';

export const stored: StorageResult<void> = { ok: true, value: undefined };
export const command = (overrides: Partial<RunCommand> = {}): RunCommand => ({
  draftId: 'd1',
  request: runRequest(),
  connection: connection(),
  ...overrides,
});

export interface SetUp extends Partial<CreateRunService> {
  invoke?: (input: InvokeInput, options?: CallOptions) => Promise<InvokeResult>;
  stream?: (options?: CallOptions) => AsyncIterable<StreamEvent>;
}

/** A service whose events are written down in their order. */
export function setUp({ invoke, stream, ...overrides }: SetUp = {}) {
  const events: string[] = [];
  const records: Run[] = [];
  const record =
    (what: string) =>
    (run: Run): Promise<StorageResult<void>> => {
      events.push(what);
      records.push(run);
      return Promise.resolve(stored);
    };
  const history: Pick<HistoryActions, 'begin' | 'complete' | 'discard'> = {
    begin: record('begin'),
    complete: record('complete'),
    discard: (id) => {
      events.push(`discard ${id}`);
      return Promise.resolve(stored);
    },
  };
  const runs = createRunStore();
  let id = 0;
  let clock = 0;
  const service = createRunService({
    clientFor: () =>
      client({
        invoke: async (input, options) => {
          events.push('send');
          return invoke ? invoke(input, options) : answer();
        },
        invokeWithResponseStream: (_input, options) => (stream ? stream(options) : nothing()),
      }),
    runs,
    history,
    guards: [],
    now: () => new Date('2026-05-01T10:00:00.000Z'),
    randomUUID: () => `id-${(id += 1)}`,
    monotonicMs: () => (clock += 10),
    sleep: () => new Promise(() => undefined),
    ...overrides,
  });
  const shown = (): Run | undefined => runs.getState().byDraft['d1'];
  return { service, runs, events, records, shown };
}

async function* nothing(): AsyncGenerator<StreamEvent> {}
