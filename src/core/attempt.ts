import { measureSkew } from './clock-skew.ts';
import type { AttemptOutcome, AttemptTiming, Call, FailedOutcome } from './exchange-types.ts';
import { cancelled, noAnswer, signingFailure } from './failures.ts';
import { createRedactor, redactError, type Redact } from './redact.ts';
import { readRequestId } from './response-error.ts';
import { signRequest } from './sign-request.ts';
import type { CredentialSource, PreparedRequest } from './client-types.ts';
import type { InvokeError } from './types.ts';

/** A request that is signed and about to be sent. */
interface Ready {
  number: number;
  prepared: PreparedRequest;
  source: CredentialSource | undefined;
  redact: Redact;
}

/** One send with its waiting, signing and reading. Rejects only on a bug. */
export async function runAttempt<T>(call: Call<T>, number: number): Promise<AttemptOutcome<T>> {
  const release = await takePlace(call, number);
  if (!release) return notSent(cancelled(call.cancellation.cause() ?? 'aborted', 'no'));
  let isOpen = false;
  try {
    const ready = await sign(call, number);
    if ('error' in ready) return notSent(ready.error);
    const outcome = await send(call, ready);
    if (!outcome.ok)
      return { ...outcome, error: redactError(outcome.error, ready.redact), source: ready.source };
    isOpen = true;
    return { ...outcome, release };
  } finally {
    if (!isOpen) release();
  }
}

/** Undefined when the call was cancelled while it waited. */
async function takePlace<T>({ runtime, exchange, cancellation, log }: Call<T>, number: number) {
  const onWait = () => log.phase(number, 'queued');
  try {
    return await runtime.queue.enter(exchange.address.transportOrigin, {
      signal: cancellation.signal,
      onWait,
    });
  } catch (thrown) {
    if (cancellation.cause()) return undefined;
    throw thrown;
  }
}

async function sign<T>(call: Call<T>, number: number): Promise<Ready | { error: InvokeError }> {
  const { runtime, exchange, cancellation, invocationId } = call;
  const { request, address, unsigned, secrets } = exchange;
  call.log.phase(number, 'signing');
  let source: CredentialSource | undefined;
  try {
    source = unsigned ? undefined : await cancellation.race(runtime.credentials.current());
    const signing = { request, address, source, attempt: number, invocationId, bodyHash: call.bodyHash };
    const prepared = await cancellation.race(signRequest(runtime, signing));
    call.bodyHash = prepared.headers['x-amz-content-sha256'];
    return { number, prepared, source, redact: createRedactor(source, [...secrets, signatureOf(prepared)]) };
  } catch (thrown) {
    const cause = cancellation.cause();
    return {
      error: cause ? cancelled(cause, 'no') : signingFailure(thrown, createRedactor(source, secrets)),
    };
  }
}

async function send<T>(call: Call<T>, ready: Ready): Promise<Omit<FailedOutcome, 'source'> | SentOk<T>> {
  const { runtime, cancellation, log } = call;
  const { number, redact } = ready;
  const startedAt = runtime.ports.now();
  log.phase(number, 'sending');
  log.sending(number, ready.prepared, redact);
  let response: Response;
  try {
    response = await cancellation.race(startFetch(call, ready.prepared));
  } catch (thrown) {
    const cause = cancellation.cause();
    const error = cause ? cancelled(cause, 'unknown') : noAnswer(thrown, redact);
    return { ok: false, error, answer: 'none', timing: { number, startedAt }, headers: {} };
  }
  return read(call, response, { ready, startedAt });
}

interface SentOk<T> {
  ok: true;
  value: T;
  timing: AttemptTiming;
}

async function read<T>(
  { runtime, exchange, cancellation, log }: Call<T>,
  response: Response,
  { ready, startedAt }: { ready: Ready; startedAt: Date },
): Promise<Omit<FailedOutcome, 'source'> | SentOk<T>> {
  const { number, redact } = ready;
  const { status: statusCode } = response;
  const headers = Object.fromEntries(response.headers);
  const clockSkewMs = measureSkew({ headers, sentAt: startedAt, receivedAt: runtime.ports.now() });
  const timing = { number, startedAt, statusCode, ...(clockSkewMs === undefined ? {} : { clockSkewMs }) };
  log.phase(number, 'reading');
  log.answered(number, { statusCode, headers, requestId: readRequestId(headers), startedAt }, redact);
  const reading = await exchange.read({ response, statusCode, headers, redact }, cancellation);
  if (reading.ok) return { ok: true, value: reading.value, timing };
  const cause = cancellation.cause();
  const error = cause ? { ...reading.error, ...cancelled(cause, reading.error.mayHaveRun) } : reading.error;
  return { ok: false, error, answer: reading.cut ? 'cut' : 'whole', timing, headers };
}

/** A head that comes after the call was cancelled still has a body to let go of. */
function startFetch<T>(
  { runtime, exchange, cancellation }: Call<T>,
  prepared: PreparedRequest,
): Promise<Response> {
  const { signal } = cancellation;
  const { method, headers, body } = prepared;
  const pending = new Promise<Response>((resolve) => {
    const fixed = {
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    } as const;
    const init = { method, headers, signal, ...fixed, ...(body === undefined ? {} : { body }) };
    resolve(runtime.ports.fetch(exchange.address.transportUrl, init));
  });
  const discard = (response: Response) => (signal.aborted ? response.body?.cancel() : undefined);
  pending.then(discard).catch(() => undefined);
  return pending;
}

/** A signature is good for fifteen minutes to whoever reads it. */
function signatureOf({ headers }: PreparedRequest): string {
  return /Signature=([0-9a-f]+)/.exec(headers['authorization'] ?? '')?.[1] ?? '';
}

function notSent(error: InvokeError): FailedOutcome {
  return { ok: false, error, answer: 'none', headers: {} };
}
