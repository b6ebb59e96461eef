import type {
  CallOptions,
  InvokeClient,
  InvokeError,
  InvokeResult,
  Progress,
  ResponseHead,
  StreamEvent,
} from '../core/index.ts';
import { toInvokeInput } from './invoke-input.ts';
import { maskRequest } from './masked-request.ts';
import { resultOfStream, streamErrorOf } from './stream-result.ts';
import { streamTimeline } from './stream-timeline.ts';
import type { Connection, PhaseMark, Run } from './types.ts';

export interface RunCall {
  client: InvokeClient;
  run: Pick<Run, 'request' | 'attempts' | 'marks'>;
  signal: AbortSignal;
  /** When the run began, by the same clock as `monotonicMs`. */
  pressedMs: number;
  /** Milliseconds of a clock that never goes back. */
  monotonicMs: () => number;
  onChange: (patch: Partial<Run>) => void;
}

/** A call before it is known which client makes it. */
export interface ConnectionCall extends Omit<RunCall, 'client'> {
  connection: Connection;
}

/** Makes calls, in the page or elsewhere. Never rejects. */
export interface InvokeCalls {
  make(call: ConnectionCall): Promise<CallEnd>;
}

export interface CallEnd {
  result: InvokeResult;
  /** From the last send to the end of its answer; null when no answer came. */
  roundTripMs: number | null;
}

/** How often a stream that pours is shown, at most. */
const streamPaceMs = 50;

/** One call of the core, whole or streamed, with its news passed on as it comes. Never rejects. */
export async function callInvoke(call: RunCall): Promise<CallEnd> {
  const { client, run, signal } = call;
  const watch = watchCall(call);
  try {
    const input = toInvokeInput(run.request);
    const options: CallOptions = { ...watch.options, signal };
    const result = run.request.stream
      ? await readStream(client.invokeWithResponseStream(input, options), watch, call)
      : await client.invoke(input, options);
    return { result, roundTripMs: answered(result) ? watch.roundTripMs() : null };
  } catch (cause) {
    return brokenCall(cause, { attempts: watch.attempts, mayHaveRun: watch.wasSent() ? 'unknown' : 'no' });
  }
}

type Watch = ReturnType<typeof watchCall>;

function watchCall({ run, pressedMs, monotonicMs, onChange }: RunCall) {
  let sentAt: number | null = null;
  let endedAt: number | null = null;
  let head: ResponseHead | undefined;
  const attempts = [...run.attempts];
  const marks = [...run.marks];
  const options: CallOptions = {
    onProgress(progress) {
      const nowMs = monotonicMs();
      if (progress.phase === 'sending') sentAt = nowMs;
      marks.push(markOf(progress, nowMs - pressedMs));
      onChange({ progress, marks: [...marks] });
    },
    onAttempt(finished) {
      endedAt = monotonicMs();
      attempts.push(finished);
      onChange({ attempts: [...attempts] });
    },
    onRequest: (sent) => onChange({ prepared: maskRequest(sent) }),
    // Whole answers have it in their result.
    ...(run.request.stream && {
      onResponse: (response) => {
        head = response;
      },
    }),
  };
  return {
    options,
    attempts,
    head: () => head,
    wasSent: () => sentAt !== null,
    roundTripMs: () => (sentAt === null ? null : toMicroseconds((endedAt ?? monotonicMs()) - sentAt)),
  };
}

/** The difference of two exact times is 152.29999999701977, which nobody measured. */
function toMicroseconds(ms: number): number {
  return Math.round(ms * 1_000) / 1_000;
}

function markOf({ attempt, phase, untilMs }: Progress, atMs: number): PhaseMark {
  return { attempt, phase, atMs, ...(untilMs === undefined ? {} : { delayMs: untilMs }) };
}

async function readStream(
  stream: AsyncIterable<StreamEvent>,
  watch: Watch,
  { monotonicMs, onChange }: RunCall,
): Promise<InvokeResult> {
  const events: StreamEvent[] = [];
  let shownAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    clearTimeout(timer);
    timer = undefined;
    shownAt = monotonicMs();
    onChange({ stream: [...events], streamTimeline: streamTimeline(events) });
  };
  for await (const event of stream) {
    events.push(event);
    const dueInMs = shownAt + streamPaceMs - monotonicMs();
    if (dueInMs <= 0) show();
    else timer ??= setTimeout(show, dueInMs);
  }
  show();
  onChange({ streamError: streamErrorOf(events) });
  return resultOfStream(events, watch.attempts, watch.head());
}

function answered(result: InvokeResult): boolean {
  return result.ok || result.error.statusCode !== undefined;
}

/** The core rejects on a bug alone. What is known is said, and nothing more. */
export function brokenCall(cause: unknown, known: Pick<InvokeResult, 'attempts'> & Known): CallEnd {
  const { attempts, mayHaveRun } = known;
  const what = cause instanceof Error ? cause.message : String(cause);
  const message = `The console itself failed during this run: ${what}`;
  return {
    result: { ok: false, attempts, error: { kind: 'bad-response', message, mayHaveRun } },
    roundTripMs: null,
  };
}

type Known = Pick<InvokeError, 'mayHaveRun'>;
