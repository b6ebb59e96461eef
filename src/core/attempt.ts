import type { PreparedRequest } from './client-types.ts';
import { measureSkew } from './clock-skew.ts';
import { defined } from './defined.ts';
import type { AttemptOutcome, AttemptTiming, Call } from './exchange-types.ts';
import { noAnswer, signingFailure } from './failures.ts';
import { enterQueue } from './queue.ts';
import { redactError, secretsOf } from './redact.ts';
import { readRequestId } from './response-error.ts';
import { signRequest } from './sign-request.ts';

/** One send: waits for its turn, signs, sends and reads. Rejects only on a bug. */
export async function runAttempt<T>(call: Call<T>, number: number): Promise<AttemptOutcome<T>> {
  const { runtime, cancellation, log, address } = call;
  let timing: AttemptTiming | undefined;
  try {
    // Not in the queue: a provider may send requests of its own to this origin, and would wait behind this one.
    const asking = call.unsigned ? undefined : runtime.credentials.ready();
    if (asking) {
      log.phase(number, 'signing');
      await cancellation.race(asking);
    }
    const onWait = () => log.phase(number, 'queued');
    call.release = await enterQueue(address.transportOrigin, { signal: cancellation.signal, onWait });
    log.phase(number, 'signing');
    const prepared = await cancellation.race(sign(call, number));
    timing = { number, startedAt: runtime.now() };
    log.phase(number, 'sending');
    log.sending(number, prepared, call.redact);
    const response = await cancellation.race(startFetch(call, prepared));
    return await readAnswer(call, response, timing);
  } catch (thrown) {
    const failure = timing ? noAnswer : signingFailure;
    return { ok: false, error: failure(thrown, call.redact), answer: 'none', timing };
  }
}

async function sign<T>(call: Call<T>, number: number): Promise<PreparedRequest> {
  const { runtime, unsigned, secrets } = call;
  call.source = unsigned ? undefined : await runtime.credentials.current();
  secrets.push(...secretsOf(call.source));
  const prepared = await signRequest(runtime, { ...call, attempt: number });
  secrets.push(signatureOf(prepared));
  return prepared;
}

async function readAnswer<T>(
  call: Call<T>,
  response: Response,
  begun: AttemptTiming,
): Promise<AttemptOutcome<T>> {
  const { runtime, cancellation, log, redact, asked } = call;
  const { number, startedAt } = begun;
  const statusCode = response.status;
  const headers = Object.fromEntries(response.headers);
  const receivedAt = runtime.now();
  const timing = { ...begun, statusCode, clockSkewMs: measureSkew(headers, startedAt, receivedAt) };
  log.phase(number, 'reading');
  const head = defined({ attempt: number, statusCode, headers, requestId: readRequestId(headers) });
  log.answered(head, receivedAt.getTime() - startedAt.getTime(), redact);
  const reading = await call.read({ response, statusCode, headers, redact, asked, cancellation });
  if (reading.ok) return { ok: true, value: reading.value, timing };
  const error = redactError(reading.error, redact);
  return { ok: false, error, answer: reading.cut ? 'cut' : 'whole', timing };
}

/** A head that comes after the call was cancelled still has a body to let go of. */
function startFetch<T>(
  { runtime, address, request, cancellation }: Call<T>,
  { method, headers }: PreparedRequest,
): Promise<Response> {
  const { signal } = cancellation;
  const { body } = request;
  const init = {
    method,
    headers,
    ...(body && { body }),
    signal,
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  } as const;
  const pending = new Promise<Response>((resolve) => resolve(runtime.fetch(address.transportUrl, init)));
  const discard = (response: Response) => (signal.aborted ? response.body?.cancel() : undefined);
  pending.then(discard).catch(() => undefined);
  return pending;
}

/** A signature is good for fifteen minutes to whoever reads it. */
function signatureOf({ headers }: PreparedRequest): string {
  return headers['authorization']?.slice(-64) ?? '';
}
