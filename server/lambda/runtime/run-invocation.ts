import type { InvocationTarget } from '../functions/invocation-target.ts';
import { INIT_TIMEOUT_MS, MAX_RESPONSE } from '../limits.ts';
import type { EnvironmentSpec } from './environment-process.ts';
import { Environment, type InitOutcome, type RunOutcome, type StreamSink } from './environment.ts';
import { type ErrorDocument, exited, responseTooLarge, timedOut } from './error-documents.ts';
import { LogCollector } from './log-collector.ts';
import { endLine, initReportLine, reportLine, startLine } from './platform-lines.ts';

export interface Invocation {
  requestId: string;
  target: InvocationTarget;
  event: Buffer;
  /** JSON text. */
  clientContext: string | undefined;
  traceId: string;
  tenantId: string | undefined;
}

export interface RunPorts {
  spec: EnvironmentSpec;
  /** A warm environment, or undefined for a cold start. */
  warm: Environment | undefined;
  onStarted(environment: Environment): void;
  onLine(line: string): void;
  /** Debuggers stop the clock. */
  hasTimeouts: boolean;
  /** Where a streaming handler's bytes go; without it they are collected into the payload. */
  sink: StreamSink | undefined;
}

export interface InvocationOutcome {
  payload: Buffer;
  /** A function error: the payload is an error document. */
  isError: boolean;
  /** The payload was sent to the sink as it came. */
  isStreamed: boolean;
  logTail: Buffer;
  environment: Environment;
}

/** Runs one invocation in an execution environment, with the log lines and error documents of Lambda. */
export async function runInvocation(invocation: Invocation, ports: RunPorts): Promise<InvocationOutcome> {
  const log = new LogCollector(ports.onLine);
  const run = new Run(invocation, ports, log);
  return run.toEnd();
}

/** The steps of one invocation share its log, its clock and its environment. */
class Run {
  readonly #invocation: Invocation;
  readonly #ports: RunPorts;
  readonly #log: LogCollector;
  readonly #collected = new CollectingSink();
  #startedAt = 0;
  #initDurationMs: number | undefined;

  constructor(invocation: Invocation, ports: RunPorts, log: LogCollector) {
    this.#invocation = invocation;
    this.#ports = ports;
    this.#log = log;
  }

  async toEnd(): Promise<InvocationOutcome> {
    const { warm } = this.#ports;
    let environment = warm ?? (await this.#start());
    let init: InitOutcome = warm ? { kind: 'ready' } : await this.#init(environment);
    this.#writeStart();
    if (init.kind === 'timed-out') {
      // Lambda gives code that needs over 10 s to load a second try, on the clock of the invocation.
      environment = await this.#start();
      init = await environment.init(this.#timeLeftMs());
    }
    const outcome = init.kind === 'ready' ? await this.#run(environment) : init;
    return this.#conclude(outcome, environment);
  }

  async #start(): Promise<Environment> {
    const environment = await Environment.start(this.#ports.spec, this.#log);
    this.#ports.onStarted(environment);
    return environment;
  }

  async #init(environment: Environment): Promise<InitOutcome> {
    const init = await environment.init(this.#ports.hasTimeouts ? INIT_TIMEOUT_MS : Infinity);
    const durationMs = performance.now() - environment.startedAt;
    if (init.kind === 'ready') this.#initDurationMs = durationMs;
    else {
      const errorType = init.kind === 'timed-out' ? undefined : this.#describe(init).document?.errorType;
      const status = init.kind === 'timed-out' ? 'timeout' : 'error';
      this.#log.writeLine(initReportLine(this.#settings.logFormat, { durationMs, status, errorType }));
    }
    return init;
  }

  async #run(environment: Environment): Promise<RunOutcome> {
    const { requestId, target, event, clientContext, traceId, tenantId } = this.#invocation;
    const timeoutMs = this.#timeLeftMs();
    const deadlineMs =
      Date.now() + (Number.isFinite(timeoutMs) ? timeoutMs : this.#settings.timeoutSeconds * 1000);
    const headers = {
      'lambda-runtime-aws-request-id': requestId,
      'lambda-runtime-deadline-ms': Math.round(deadlineMs),
      'lambda-runtime-invoked-function-arn': target.invokedFunctionArn,
      'lambda-runtime-trace-id': traceId,
      ...(clientContext && { 'lambda-runtime-client-context': clientContext }),
      ...(tenantId && { 'lambda-runtime-aws-tenant-id': tenantId }),
    };
    const sink = this.#ports.sink ?? this.#collected;
    return environment.run({ requestId, headers, event }, { log: this.#log, sink, timeoutMs });
  }

  #writeStart(): void {
    this.#startedAt = performance.now();
    const { requestId, target, tenantId } = this.#invocation;
    const functionArn = target.invokedFunctionArn;
    this.#log.writeLine(
      startLine(this.#settings.logFormat, { requestId, version: target.version, functionArn, tenantId }),
    );
  }

  #conclude(outcome: RunOutcome | InitOutcome, environment: Environment): InvocationOutcome {
    const { requestId } = this.#invocation;
    const { logFormat, memoryMb } = this.#settings;
    const verdict = this.#describe(outcome);
    for (const line of verdict.lines) this.#log.writeLine(line);
    const end = endLine(logFormat, requestId);
    if (end) this.#log.writeLine(end);
    const report = reportLine(logFormat, {
      requestId,
      durationMs: Math.max(0, (environment.resultAt || performance.now()) - this.#startedAt),
      memorySizeMb: memoryMb,
      maxMemoryUsedMb: environment.peakMemoryMb,
      initDurationMs: this.#initDurationMs,
      tenantId: this.#invocation.tenantId,
      status: verdict.status,
      errorType: verdict.document?.errorType,
    });
    this.#log.writeLine(report);
    return {
      payload: verdict.payload,
      isError: verdict.status !== 'success',
      isStreamed: outcome.kind === 'streamed' && this.#ports.sink !== undefined,
      logTail: this.#log.tail(),
      environment,
    };
  }

  #describe(outcome: RunOutcome | InitOutcome): Verdict {
    const { requestId } = this.#invocation;
    switch (outcome.kind) {
      case 'ready': // an init that is ready is followed by a run
      case 'response':
        return { status: 'success', payload: 'body' in outcome ? outcome.body : Buffer.alloc(0), lines: [] };
      case 'streamed':
        if (outcome.errorDocument !== undefined) return handlerError(outcome.errorDocument);
        if (this.#collected.isTooLarge) return platformError(responseTooLarge(), 'error');
        return { status: 'success', payload: this.#collected.bytes(), lines: [] };
      case 'error':
        return handlerError(outcome.document);
      case 'too-large':
        return platformError(responseTooLarge(), 'error');
      case 'timed-out': {
        const seconds = this.#settings.timeoutSeconds;
        const line = `${new Date().toISOString()} ${requestId} Task timed out after ${seconds.toFixed(2)} seconds\n`;
        return platformError(timedOut(requestId, seconds), 'timeout', [line]);
      }
      case 'ended': {
        const document = exited(requestId, outcome.end);
        return platformError(document, 'failure', [document.errorMessage, document.errorType]);
      }
    }
  }

  get #settings() {
    return this.#invocation.target.fn.settings;
  }

  #timeLeftMs(): number {
    if (!this.#ports.hasTimeouts) return Infinity;
    return Math.max(1, this.#settings.timeoutSeconds * 1000 - (performance.now() - this.#startedAt));
  }
}

interface Verdict {
  status: 'success' | 'error' | 'failure' | 'timeout';
  payload: Buffer;
  document?: ErrorDocument;
  lines: string[];
}

function platformError(document: ErrorDocument, status: Verdict['status'], lines: string[] = []): Verdict {
  return { status, document, payload: Buffer.from(JSON.stringify(document), 'utf8'), lines };
}

function handlerError(text: string): Verdict {
  return {
    status: 'error',
    document: parseErrorDocument(text),
    payload: Buffer.from(text, 'utf8'),
    lines: [],
  };
}

function parseErrorDocument(text: string): ErrorDocument {
  try {
    const value: unknown = JSON.parse(text);
    const field = (name: string): string => {
      const found: unknown = value && typeof value === 'object' ? Reflect.get(value, name) : undefined;
      return typeof found === 'string' ? found : '';
    };
    return { errorType: field('errorType'), errorMessage: field('errorMessage') };
  } catch {
    return { errorType: '', errorMessage: text };
  }
}

/** Invoke on a streaming handler: the stream becomes the payload, up to the limit of a payload. */
class CollectingSink implements StreamSink {
  readonly #parts: Buffer[] = [];
  #size = 0;

  start(): void {}

  chunk(bytes: Buffer): Promise<void> {
    this.#size += bytes.length;
    if (!this.isTooLarge) this.#parts.push(bytes);
    return Promise.resolve();
  }

  get isTooLarge(): boolean {
    return this.#size > MAX_RESPONSE;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}
