import { setImmediate } from 'node:timers/promises';

/** Ten thousand small chunks, as fast as they can be written. */
export const handler = awslambda.streamifyResponse(async (_event, responseStream) => {
  for (let chunk = 1; chunk <= 10_000; chunk += 1) {
    responseStream.write(`chunk ${chunk}\n`);
    if (chunk % 10 === 0) await setImmediate();
  }
  responseStream.end();
});
