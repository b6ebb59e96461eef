import type { IncomingMessage } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type EnvironmentProcess,
  type EnvironmentSpec,
  type ProcessEnd,
  startEnvironmentProcess,
} from './environment-process.ts';
import type { ResultFrame } from './frames.ts';
import type { LogCollector } from './log-collector.ts';
import { MemoryWatch } from './memory-watch.ts';

/** What the Runtime API's "next" carries. */
export interface RuntimeInvocation {
  requestId: string;
  headers: Readonly<Record<string, string | number>>;
  event: Buffer;
}
export interface StreamSink {
  start(contentType: string): void;
  /** Resolves when the receiver wants more. */
  chunk(bytes: Buffer): Promise<void>;
}

export interface EnvironmentEnd extends ProcessEnd {
  reason: 'exit' | 'out-of-memory';
}
export type InitOutcome =
  | { kind: 'ready' }
  | { kind: 'error'; document: string }
  | { kind: 'timed-out' }
  | { kind: 'ended'; end: EnvironmentEnd };
export type RunOutcome =
  | { kind: 'response'; body: Buffer }
  | { kind: 'error'; document: string }
  | { kind: 'too-large' }
  | { kind: 'streamed'; errorDocument: string | undefined }
  | { kind: 'timed-out' }
  | { kind: 'ended'; end: EnvironmentEnd };

export interface RunOptions {
  log: LogCollector;
  sink: StreamSink;
  /** Infinity: a debugger may hold the handler. */
  timeoutMs: number;
}

type Signal = 'ready' | 'ended' | 'timed-out';

/** One execution environment: a process that runs RIC and serves one invocation at a time, many in a row. */
export class Environment {
  /** Wall clock in performance.now() milliseconds: when the process was started, and the last result came. */
  readonly startedAt = performance.now();
  resultAt = 0;
  onEnd: (() => void) | undefined;

  #process: EnvironmentProcess | undefined;
  #memory: MemoryWatch | undefined;
  #log: LogCollector;
  #requestId = '';
  #sink: StreamSink | undefined;
  #result: RunOutcome | undefined;
  #initError: string | undefined;
  #end: EnvironmentEnd | undefined;
  #outOfMemory = false;
  #peakRssBytes = 0;
  #isReady = false;
  #signalled: ((signal: Signal) => void) | undefined;
  readonly #whenGone: (() => void)[] = [];

  private constructor(log: LogCollector) {
    this.#log = log;
  }

  static async start(spec: EnvironmentSpec, log: LogCollector): Promise<Environment> {
    const environment = new Environment(log);
    const child = await startEnvironmentProcess(spec, {
      onLog: (bytes) => environment.#log.write(bytes),
      onResult: (frame) => environment.#take(frame),
      onInitError: (document) => (environment.#initError = document),
      onStream: (requestId, request) => environment.#takeStream(requestId, request),
      onBroken: () => child.kill(),
      onEnd: (end) => environment.#ended(end),
    });
    environment.#process = child;
    if (child.pid !== undefined) {
      environment.#memory = new MemoryWatch(child.pid, spec.memoryMb * MEBIBYTE, () =>
        environment.#killForMemory(),
      );
      environment.#memory.start();
    }
    return environment;
  }

  get isAlive(): boolean {
    return this.#end === undefined && this.#process?.isRunning() === true;
  }

  /** Peak memory so far in MB, as REPORT shows it. */
  get peakMemoryMb(): number {
    return Math.ceil((this.#memory?.peakBytes(this.#peakRssBytes) ?? 0) / MEBIBYTE);
  }

  /** Resolves when the code has been loaded, or cannot be. Whatever is not `ready` has ended. */
  async init(timeoutMs: number): Promise<InitOutcome> {
    const signal = await this.#nextSignal(timeoutMs);
    if (signal === 'timed-out') {
      await this.close();
      return { kind: 'timed-out' };
    }
    if (!this.#end) return { kind: 'ready' };
    return this.#initError === undefined
      ? { kind: 'ended', end: this.#end }
      : { kind: 'error', document: this.#initError };
  }

  /** Runs one invocation to its end. Afterwards the environment may be used again if it `isAlive`. */
  async run(invocation: RuntimeInvocation, options: RunOptions): Promise<RunOutcome> {
    this.#log = options.log;
    this.#sink = options.sink;
    this.#requestId = invocation.requestId;
    this.#result = undefined;
    this.#isReady = false;
    if (this.#end) return { kind: 'ended', end: this.#end };
    this.#memory?.start();
    this.#process?.invoke(invocation.headers, invocation.event);
    const signal = await this.#nextSignal(options.timeoutMs);
    this.#memory?.check();
    this.#memory?.stop();
    await this.#drainOutput();
    if (signal === 'timed-out' || this.#outOfMemory) await this.close();
    return this.#outcome(signal);
  }

  /** Ends the process and everything it started; resolves when they are gone. */
  async close(): Promise<void> {
    if (this.#end) return;
    const gone = new Promise<void>((resolve) => this.#whenGone.push(resolve));
    this.#process?.kill();
    await gone;
  }

  #outcome(signal: Signal): RunOutcome {
    if (this.#end && this.#outOfMemory) return { kind: 'ended', end: this.#end };
    if (this.#result) return this.#result;
    this.resultAt = performance.now();
    if (signal === 'timed-out' || !this.#end) return { kind: 'timed-out' };
    return { kind: 'ended', end: this.#end };
  }

  #nextSignal(timeoutMs: number): Promise<Signal> {
    if (this.#end) return Promise.resolve('ended');
    if (this.#isReady) return Promise.resolve('ready');
    return new Promise((resolve) => {
      const timer = Number.isFinite(timeoutMs)
        ? setTimeout(() => signalled('timed-out'), timeoutMs)
        : undefined;
      const signalled = (signal: Signal): void => {
        clearTimeout(timer);
        this.#signalled = undefined;
        resolve(signal);
      };
      this.#signalled = signalled;
    });
  }

  /**
   * What the handler wrote to stdout and stderr before its result is in the kernel's buffers when the result
   * is read, but these are other pipes: two turns of the event loop read them to the end.
   */
  async #drainOutput(): Promise<void> {
    await nextTurn();
    await nextTurn();
  }

  #take(frame: ResultFrame): void {
    this.#peakRssBytes = frame.peakRssBytes;
    if (frame.kind === 'ready') {
      this.#isReady = true;
      this.#signalled?.('ready');
    }
    // A result of an earlier invocation may still come: from a timer that it left behind.
    else if (frame.requestId === this.#requestId && !this.#result) {
      this.resultAt = performance.now();
      this.#result = toOutcome(frame);
    }
  }

  async #takeStream(requestId: string, request: IncomingMessage): Promise<void> {
    const sink = requestId === this.#requestId ? this.#sink : undefined;
    sink?.start(request.headers['content-type'] ?? 'application/octet-stream');
    for await (const chunk of request) await sink?.chunk(chunk);
    if (!sink || this.#result) return;
    const errorBody = request.trailers['lambda-runtime-function-error-body'];
    const errorDocument = errorBody && Buffer.from(errorBody, 'base64').toString('utf8');
    this.resultAt = performance.now();
    this.#result = { kind: 'streamed', errorDocument: errorDocument || undefined };
  }

  #killForMemory(): void {
    this.#outOfMemory = true;
    this.#process?.kill();
  }

  #ended(end: ProcessEnd): void {
    this.#end = { ...end, reason: this.#outOfMemory ? 'out-of-memory' : 'exit' };
    this.#memory?.stop();
    this.#signalled?.('ended');
    for (const resolve of this.#whenGone) resolve();
    this.onEnd?.();
  }
}

const MEBIBYTE = 1_048_576;

function toOutcome(frame: Exclude<ResultFrame, { kind: 'ready' }>): RunOutcome {
  if (frame.kind === 'too-large') return { kind: 'too-large' };
  if (frame.kind === 'response') return { kind: 'response', body: frame.body };
  return { kind: 'error', document: frame.body.toString('utf8') };
}
