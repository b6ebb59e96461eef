import { runBodyJob, type BodyJob } from './body-job.ts';

/** Does one job and is then let go of: ending it is how a job is called off (features/result/response). */
addEventListener('message', ({ data }: MessageEvent<{ kind: BodyJob; bytes: Uint8Array }>) => {
  postMessage(runBodyJob(data.kind, data.bytes));
});
