import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Streams `{ "chunks": 5 }` pieces, `{ "pauseMs": 200 }` apart. With `{ "http": true }` it sends status and
 * headers first, as behind a function URL; `{ "failAfter": 2 }` breaks off in the middle.
 */
export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
  const { chunks = 5, pauseMs = 200, http = false, failAfter = Infinity } = event ?? {};
  const stream = http
    ? awslambda.HttpResponseStream.from(responseStream, {
        statusCode: 200,
        headers: { 'content-type': 'text/plain' },
      })
    : responseStream;
  if (!http) stream.setContentType('text/plain');
  for (let chunk = 1; chunk <= chunks; chunk += 1) {
    if (chunk > failAfter) throw new Error(`stopped after ${failAfter} chunks`);
    stream.write(`chunk ${chunk} of ${chunks} ✓\n`);
    await sleep(pauseMs);
  }
  stream.end();
});
