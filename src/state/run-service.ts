import { createStore } from 'zustand/vanilla';
import { executeRun } from './run-execution.ts';
import { newRunId } from './run-id.ts';
import type { CreateRunService, RunCommand, RunHandle, RunService, RunState, RunStore } from './run-types.ts';
import type { Run } from './types.ts';

interface UnderWay {
  handle: RunHandle;
  controller: AbortController;
}

/** The only caller of invoke. Guards, the write-ahead record and the result of every run pass here. */
export function createRunService(options: CreateRunService): RunService {
  const underWay = new Map<string, UnderWay>();
  return {
    start(command) {
      const before = underWay.get(command.draftId);
      if (before) return { ...before.handle, started: false };
      const run = newRun(command, options);
      const controller = new AbortController();
      // Whoever ordered a series shows its runs; the page would be drawn anew several times for each of a thousand.
      const runs = command.series ? unseen : options.runs;
      runs.getState().actions.begin(run);
      options.listeners?.forEach((listener) => listener.started?.(run));
      const done = executeRun({ ...options, runs, command, run, signal: controller.signal }).finally(() =>
        underWay.delete(command.draftId),
      );
      const handle: RunHandle = { id: run.id, started: true, done };
      underWay.set(command.draftId, { handle, controller });
      return handle;
    },
    abort(runId) {
      const found = [...underWay.values()].find(({ handle }) => handle.id === runId);
      found?.controller.abort();
      return found !== undefined;
    },
    running: () => [...underWay.values()].map(({ handle }) => handle.id),
  };
}

/** Shows nothing and keeps nothing. */
const unseen: RunStore = createStore<RunState>(() => ({
  byDraft: {},
  count: 0,
  actions: {
    begin: () => undefined,
    update: () => undefined,
    restore: () => undefined,
    forget: () => undefined,
  },
}));

function newRun(
  { draftId, request, connection }: RunCommand,
  { now, randomUUID, isRelayed }: CreateRunService,
): Run {
  const startedAt = now();
  return {
    id: newRunId(startedAt, randomUUID),
    draftId,
    request,
    startedAt,
    endedAt: null,
    outcome: null,
    progress: null,
    attempts: [],
    marks: [],
    result: null,
    refusal: null,
    prepared: null,
    stream: [],
    streamTimeline: null,
    streamError: null,
    roundTripMs: null,
    saved: 'pending',
    interrupted: false,
    restored: false,
    omitted: {},
    ...(isRelayed?.(connection) ? { relayed: true } : {}),
  };
}
