import { runJsonJob, type JsonJob } from './json-job.ts';

/** Answers each job by its number. The page makes one of this for texts that would hold it up (state/json-work.ts). */
addEventListener('message', ({ data }: MessageEvent<{ id: number; job: JsonJob }>) => {
  postMessage({ id: data.id, result: runJsonJob(data.job) });
});
