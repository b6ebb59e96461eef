import { compareJson, type JsonComparison } from '../../documents/compare/json-difference.ts';
import type { CompareJob } from '../../documents/json-jobs.worker.ts';
import workerUrl from '../../documents/json-jobs.worker.ts?worker&url';
import { startWorker } from '../../ui/start-worker.ts';

/** Texts up to this many characters together are compared in less than a frame. */
const atOnceCharacters = 50_000;

/** Compares apart from the page where it takes long. Aborting ends the work; the promise then stays open. */
export function compareTexts(job: Omit<CompareJob, 'kind'>, signal: AbortSignal): Promise<JsonComparison> {
  const here = (): JsonComparison => compareJson(job.left, job.right, job.ignored);
  if (job.left.length + job.right.length <= atOnceCharacters) return Promise.resolve(here());
  return inWorker({ ...job, kind: 'compare' }, signal).catch(here);
}

function inWorker(job: CompareJob, signal: AbortSignal): Promise<JsonComparison> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(workerUrl, 'compare');
    signal.addEventListener('abort', () => worker.terminate(), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<{ result: JsonComparison }>) => {
      worker.terminate();
      resolve(data.result);
    });
    worker.addEventListener('error', () => {
      worker.terminate();
      reject(new Error('The worker failed'));
    });
    worker.postMessage({ id: 0, job });
  });
}
