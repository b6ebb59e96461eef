import {
  runStructureJob,
  runTextsJob,
  type ComparedTexts,
  type StructureJob,
  type TextsJob,
} from '../../documents/compare/compare-job.ts';
import type { ComparedSource } from '../../documents/compare/compared-text.ts';
import type { JsonComparison } from '../../documents/compare/json-difference.ts';
import type { CompareJob } from '../../documents/json-jobs.worker.ts';
import workerUrl from '../../documents/json-jobs.worker.ts?worker&url';
import { startWorker } from '../../ui/start-worker.ts';

/** As much of both sides together is compared in less than a frame. */
const atOnce = 50_000;

/** Compares apart from the page where it takes long. Aborting ends the work; the promise then stays open. */
export function compareStructure(
  job: Omit<StructureJob, 'kind'>,
  signal: AbortSignal,
): Promise<JsonComparison> {
  if (job.left.length + job.right.length <= atOnce) return Promise.resolve(runStructureJob(job));
  return inWorker<JsonComparison>({ ...job, kind: 'structure' }, signal).catch(() => runStructureJob(job));
}

/** The same for two sides that are to be laid beside each other as texts. */
export function compareTexts(job: Omit<TextsJob, 'kind'>, signal: AbortSignal): Promise<ComparedTexts> {
  if (sizeOf(job.left) + sizeOf(job.right) <= atOnce) return Promise.resolve(runTextsJob(job));
  return inWorker<ComparedTexts>({ ...job, kind: 'texts' }, signal).catch(() => runTextsJob(job));
}

function sizeOf(source: ComparedSource): number {
  return source.kind === 'body' ? source.bytes.length : source.text.length;
}

function inWorker<Result>(job: CompareJob, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(workerUrl, 'compare');
    signal.addEventListener('abort', () => worker.terminate(), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<{ result: Result }>) => {
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
