import type { JsonEdit, JsonJob, JsonJobResult } from '../documents/json-job.ts';
import { payloadText } from '../documents/payload.ts';
import { jsonProblems, type JsonProblem } from '../documents/json-problems.ts';
import type { PayloadDocument } from '../documents/payload-types.ts';

/** Looks at JSON texts and edits them without ever holding the page up. */
export interface JsonWork {
  /** Of a payload that is small or was looked at before; undefined where that takes a worker. */
  knownProblems(payload: PayloadDocument): readonly JsonProblem[] | undefined;
  /** The faults of a payload as JSON; none of an empty one, and none of bytes that are no text. */
  problems(payload: PayloadDocument): Promise<readonly JsonProblem[]>;
  /** The text after an edit, or why it can't be edited. Rejects when the code of the edits can't be loaded. */
  edit(edit: JsonEdit, text: string): Promise<JsonEditResult>;
}

export type JsonEditResult = { ok: true; text: string } | { ok: false; problem: JsonProblem | undefined };

/** The part of a Worker that is used. */
export interface WorkerPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error', listener: (event: Event) => void): void;
  terminate(): void;
}

/** Up to this many bytes a text is looked at in less than a frame, and at once. */
const atOnceBytes = 65_536;

/** `startWorker` runs documents/json-jobs.worker.ts; where it can't, large texts are done here and hold the page up. */
export function createJsonWork(startWorker: () => WorkerPort): JsonWork {
  const known = new WeakMap<PayloadDocument, readonly JsonProblem[]>();
  const asked = new WeakMap<PayloadDocument, Promise<readonly JsonProblem[]>>();
  const run = jobRunner(startWorker);
  const keep = (payload: PayloadDocument, problems: readonly JsonProblem[]): readonly JsonProblem[] => {
    known.set(payload, problems);
    return problems;
  };
  const knownProblems = (payload: PayloadDocument): readonly JsonProblem[] | undefined => {
    if (payload.encoding === 'binary') return [];
    const before = known.get(payload);
    if (before || payload.bytes.length > atOnceBytes) return before;
    const text = payloadText(payload);
    return keep(payload, text.trim() === '' ? [] : jsonProblems(text));
  };
  return {
    knownProblems,
    async problems(payload) {
      const before = knownProblems(payload) ?? asked.get(payload);
      if (before) return before;
      const job = run({ kind: 'problems', text: payloadText(payload) }).then(({ problems }) =>
        keep(payload, problems),
      );
      asked.set(payload, job);
      return job;
    },
    async edit(edit, text) {
      const job: JsonJob = { kind: 'edit', edit, text };
      const done = text.length <= atOnceBytes ? await runHere(job) : await run(job);
      return done.text === null ? { ok: false, problem: done.problems[0] } : { ok: true, text: done.text };
    },
  };
}

/** Its code is no part of the first load: nobody formats before something is typed. */
async function runHere(job: JsonJob): Promise<JsonJobResult> {
  const { runJsonJob } = await import('../documents/json-job.ts');
  return runJsonJob(job);
}

/** Runs jobs in a worker that is started with the first one. Jobs of a worker that fails are done here. */
function jobRunner(startWorker: () => WorkerPort): (job: JsonJob) => Promise<JsonJobResult> {
  const waiting = new Map<
    number,
    { job: JsonJob; resolve: (result: JsonJobResult | Promise<JsonJobResult>) => void }
  >();
  let worker: WorkerPort | null | undefined;
  let lastId = 0;

  function giveUp(): void {
    worker?.terminate();
    worker = null;
    for (const { job, resolve } of waiting.values()) resolve(runHere(job));
    waiting.clear();
  }

  function start(): WorkerPort | null {
    try {
      const started = startWorker();
      started.addEventListener('message', ({ data }: MessageEvent<{ id: number; result: JsonJobResult }>) => {
        waiting.get(data.id)?.resolve(data.result);
        waiting.delete(data.id);
      });
      started.addEventListener('error', giveUp);
      return started;
    } catch {
      return null;
    }
  }

  return (job) => {
    if (worker === undefined) worker = start();
    const port = worker;
    if (port === null) return runHere(job);
    return new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, { job, resolve });
      port.postMessage({ id: lastId, job });
    });
  };
}
