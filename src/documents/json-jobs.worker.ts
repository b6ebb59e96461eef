import { runStructureJob, runTextsJob, type StructureJob, type TextsJob } from './compare/compare-job.ts';
import { runJsonJob, type JsonJob } from './json-job.ts';

/** A job for this worker alone, whose code the page needs for little else. */
export type CompareJob = StructureJob | TextsJob;

/**
 * Answers each job by its number. The page makes one of this for texts that would hold it up (state/json-work.ts,
 * features/compare).
 */
addEventListener(
  'message',
  ({ data: { id, job } }: MessageEvent<{ id: number; job: JsonJob | CompareJob }>) => {
    postMessage({ id, result: resultOf(job) });
  },
);

function resultOf(job: JsonJob | CompareJob): unknown {
  if (job.kind === 'structure') return runStructureJob(job);
  return job.kind === 'texts' ? runTextsJob(job) : runJsonJob(job);
}
