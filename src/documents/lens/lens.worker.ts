import { runLensJob, type LensJobKind, type LensJobs } from './lens-job.ts';

/** Does one job and is then let go of: ending it is how a job is called off (features/lens). */
addEventListener(
  'message',
  ({ data }: MessageEvent<{ kind: LensJobKind; task: LensJobs[LensJobKind]['task'] }>) => {
    void runLensJob(data.kind, data.task).then((result) => postMessage(result));
  },
);
