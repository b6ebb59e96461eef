import { runBodyJob, type BodyJob, type BodyJobResults } from '../../../documents/body-job.ts';
import bodyWorkerUrl from '../../../documents/body.worker.ts?worker&url';
import { startWorker } from '../../../ui/start-worker.ts';
import { atOnceBytes } from './response-body.ts';

type Known = Partial<BodyJobResults>;
const known = new WeakMap<Uint8Array, Known>();

/** The result for a body that is small or was looked at before; undefined where that takes a worker. */
export function knownResult<Kind extends BodyJob>(
  kind: Kind,
  bytes: Uint8Array,
): BodyJobResults[Kind] | undefined {
  const before = known.get(bytes)?.[kind];
  if (before !== undefined || bytes.length > atOnceBytes) return before;
  return keep(kind, bytes, runBodyJob(kind, bytes));
}

/** Does a job apart from the page. Aborting ends the work at once; the promise then stays open. */
export async function bodyJob<Kind extends BodyJob>(
  kind: Kind,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<BodyJobResults[Kind]> {
  const result = await inWorker(kind, bytes, signal).catch(() => runBodyJob(kind, bytes));
  return keep(kind, bytes, result);
}

function keep<Kind extends BodyJob>(
  kind: Kind,
  bytes: Uint8Array,
  result: BodyJobResults[Kind],
): BodyJobResults[Kind] {
  known.set(bytes, { ...known.get(bytes), [kind]: result });
  return result;
}

/** A worker of its own, so that ending it ends the work of nobody else. */
function inWorker<Kind extends BodyJob>(
  kind: Kind,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<BodyJobResults[Kind]> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(bodyWorkerUrl, 'response-body');
    signal.addEventListener('abort', () => worker.terminate(), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<BodyJobResults[Kind]>) => {
      worker.terminate();
      resolve(data);
    });
    worker.addEventListener('error', () => {
      worker.terminate();
      reject(new Error('The worker failed'));
    });
    worker.postMessage({ kind, bytes });
  });
}
