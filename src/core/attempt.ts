import type { PreparedRequest } from './client-types.ts';
import { measureSkew } from './clock-skew.ts';
import type { Answer, AttemptOutcome, AttemptTiming, Call } from './exchange-types.ts';
import { noAnswer, signingFailure } from './failures.ts';
import { enterQueue } from './queue.ts';
import { redactError } from './redact.ts';
import { signRequest } from './sign-request.ts';

/** One send: waits for its turn, signs, sends and reads. Rejects only on a bug. */
export async function runAttempt<T>(call: Call<T>, number: number): Promise<AttemptOutcome<T>> {
  const { runtime, cancellation, log, address } = call;
  const { race, signal } = cancellation;
  let timing: AttemptTiming | undefined;
  try {
    // Not in the queue: a provider may send requests of its own to this origin, and would wait behind this one.
    const asking = call.unsigned ? undefined : runtime.credentials.current();
    if (asking instanceof Promise) {
      log.phase(number, 'signing');
      await race(asking);
    }
    const onWait = () => log.phase(number, 'queued');
    call.release = await enterQueue(address.transportOrigin, { signal, onWait });
    log.phase(number, 'signing');
    const prepared = await race(signRequest(runtime, call, number));
    timing = { number, startedAt: runtime.now() };
    log.phase(number, 'sending');
    log.sending(number, prepared, call.redact);
    // A head that comes after the call was cancelled still has a body to let go of.
    const response = await race(startFetch(call, prepared), ({ body }) => body?.cancel());
    const reading = await call.read(takeHead(call, response, timing));
    if (reading.ok) return { ok: true, value: reading.value, timing };
    const error = redactError(reading.error, call.redact);
    return { ok: false, error, answer: reading.cut ? 'cut' : 'whole', timing };
  } catch (thrown) {
    const failure = timing ? noAnswer : signingFailure;
    return { ok: false, error: failure(thrown, call.redact), answer: 'none', timing };
  }
}

function startFetch<T>(
  { runtime, address, request, cancellation: { signal } }: Call<T>,
  { method, headers }: PreparedRequest,
): Promise<Response> {
  const { body } = request;
  return runtime.fetch(address.transportUrl, {
    method,
    headers,
    ...(body && { body }),
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    ...(signal && { signal }),
  });
}

/** Notes in `timing` what the head of an answer tells. */
function takeHead<T>(call: Call<T>, response: Response, timing: AttemptTiming): Answer {
  const { runtime, cancellation, log, redact, asked } = call;
  const { number, startedAt } = timing;
  const statusCode = response.status;
  const headers = Object.fromEntries(response.headers);
  const receivedAt = runtime.now();
  timing.statusCode = statusCode;
  timing.clockSkewMs = measureSkew(headers, startedAt, receivedAt);
  log.phase(number, 'reading');
  const answer = { response, statusCode, headers, redact, asked, cancellation };
  log.answered(number, answer, receivedAt.getTime() - startedAt.getTime());
  return answer;
}
