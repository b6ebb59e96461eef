import { compareJson } from './compare/json-difference.ts';
import { runJsonJob, type JsonJob } from './json-job.ts';

/** Compares two texts: a job for this worker alone, whose code the page needs for nothing else. */
export interface CompareJob {
  kind: 'compare';
  left: string;
  right: string;
  ignored: readonly string[];
}

/**
 * Answers each job by its number. The page makes one of this for texts that would hold it up (state/json-work.ts,
 * features/compare).
 */
addEventListener(
  'message',
  ({ data: { id, job } }: MessageEvent<{ id: number; job: JsonJob | CompareJob }>) => {
    const result = job.kind === 'compare' ? compareJson(job.left, job.right, job.ignored) : runJsonJob(job);
    postMessage({ id, result });
  },
);
