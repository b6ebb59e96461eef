import { runLensJob, type LensJobKind, type LensJobs } from '../../documents/lens/lens-job.ts';
import lensWorkerUrl from '../../documents/lens/lens.worker.ts?worker&url';
import { startWorker } from '../../ui/start-worker.ts';

/** Up to this many characters a text is looked at in less than a frame, and at once. */
const atOnceCharacters = 65_536;

/** Does a job; that of a large text beside the page. Aborting ends the work; the promise then stays open. */
export async function lensJob<Kind extends LensJobKind>(
  kind: Kind,
  task: LensJobs[Kind]['task'],
  signal: AbortSignal,
): Promise<LensJobs[Kind]['result']> {
  if (task.text.length <= atOnceCharacters) return runLensJob(kind, task);
  return inWorker(kind, task, signal).catch(() => runLensJob(kind, task));
}

/** A worker of its own, so that ending it ends the work of nobody else. */
function inWorker<Kind extends LensJobKind>(
  kind: Kind,
  task: LensJobs[Kind]['task'],
  signal: AbortSignal,
): Promise<LensJobs[Kind]['result']> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(lensWorkerUrl, 'lens');
    signal.addEventListener('abort', () => worker.terminate(), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<LensJobs[Kind]['result']>) => {
      worker.terminate();
      resolve(data);
    });
    worker.addEventListener('error', () => {
      worker.terminate();
      reject(new Error('The worker failed'));
    });
    worker.postMessage({ kind, task });
  });
}
