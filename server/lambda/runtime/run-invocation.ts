import type { FunctionSettings } from '../functions/lambda-function.ts';
import type { InvocationTarget } from '../functions/invocation-target.ts';
import { INIT_TIMEOUT_MS } from '../limits.ts';
import { CollectingSink } from './collecting-sink.ts';
import type { EnvironmentSpec } from './environment-process.ts';
import { Environment, type InitOutcome, type RunOutcome, type StreamSink } from './environment.ts';
import { LogCollector } from './log-collector.ts';
import { endLine, initReportLine, reportLine, startLine } from './platform-lines.ts';
import { toVerdict, type Verdict } from './verdict.ts';

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
  /** For a cold start, and for a second one after a slow init: each environment has marks of its own. */
  createSpec(): Promise<EnvironmentSpec>;
  /** A warm environment, or undefined for a cold start. */
  warm: Environment | undefined;
  onStarted(environment: Environment): void;
  onLine: (line: string) => void;
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
export function runInvocation(invocation: Invocation, ports: RunPorts): Promise<InvocationOutcome> {
  return new InvocationRun(invocation, ports).toEnd();
}

/** The steps of one invocation share its log, its clock and its environment. */
class InvocationRun {
  readonly #invocation: Invocation;
  readonly #settings: FunctionSettings;
  readonly #ports: RunPorts;
  readonly #log: LogCollector;
  readonly #collecting = new CollectingSink();
  #startedAt = 0;
  #initDurationMs: number | undefined;

  constructor(invocation: Invocation, ports: RunPorts) {
    this.#invocation = invocation;
    this.#settings = invocation.target.fn.settings;
    this.#ports = ports;
    this.#log = new LogCollector(ports.onLine);
  }

  async toEnd(): Promise<InvocationOutcome> {
    const { warm } = this.#ports;
    let environment = warm ?? (await this.#start());
    let init: InitOutcome = warm ? { kind: 'ready' } : await this.#init(environment);
    this.#begin();
    if (init.kind === 'timed-out') {
      // Lambda gives code that needs over 10 s to load a second try, on the clock of the invocation.
      environment = await this.#start();
      init = await environment.init(this.#timeLeftMs());
    }
    const outcome = init.kind === 'ready' ? await this.#run(environment) : init;
    return this.#conclude(outcome, environment);
  }

  async #start(): Promise<Environment> {
    const environment = await Environment.start(await this.#ports.createSpec(), this.#log);
    this.#ports.onStarted(environment);
    return environment;
  }

  async #init(environment: Environment): Promise<InitOutcome> {
    const init = await environment.init(this.#ports.hasTimeouts ? INIT_TIMEOUT_MS : Infinity);
    const durationMs = performance.now() - environment.startedAt;
    if (init.kind === 'ready') this.#initDurationMs = durationMs;
    else {
      const status = init.kind === 'timed-out' ? 'timeout' : 'error';
      const errorType = status === 'timeout' ? undefined : this.#judge(init).errorType;
      this.#log.writeLine(initReportLine(this.#settings.logFormat, { durationMs, status, errorType }));
    }
    return init;
  }

  #begin(): void {
    this.#startedAt = performance.now();
    const { requestId, target, tenantId } = this.#invocation;
    const { version, invokedFunctionArn: functionArn } = target;
    this.#log.writeLine(startLine(this.#settings.logFormat, { requestId, version, functionArn, tenantId }));
  }

  #run(environment: Environment): Promise<RunOutcome> {
    const { requestId, event } = this.#invocation;
    const timeoutMs = this.#timeLeftMs();
    const headers = this.#runtimeHeaders(timeoutMs);
    const sink = this.#ports.sink ?? this.#collecting;
    return environment.run({ requestId, headers, event }, { log: this.#log, sink, timeoutMs });
  }

  /** The headers of the Runtime API's "next". */
  #runtimeHeaders(timeoutMs: number): Record<string, string | number> {
    const { requestId, target, clientContext, traceId, tenantId } = this.#invocation;
    const untilDeadlineMs = Number.isFinite(timeoutMs) ? timeoutMs : this.#settings.timeoutSeconds * 1000;
    return {
      'lambda-runtime-aws-request-id': requestId,
      'lambda-runtime-deadline-ms': Math.round(Date.now() + untilDeadlineMs),
      'lambda-runtime-invoked-function-arn': target.invokedFunctionArn,
      'lambda-runtime-trace-id': traceId,
      ...(clientContext && { 'lambda-runtime-client-context': clientContext }),
      ...(tenantId && { 'lambda-runtime-aws-tenant-id': tenantId }),
    };
  }

  #conclude(outcome: RunOutcome | InitOutcome, environment: Environment): InvocationOutcome {
    const verdict = this.#judge(outcome);
    for (const line of verdict.lines) this.#log.writeLine(line);
    const end = endLine(this.#settings.logFormat, this.#invocation.requestId);
    if (end) this.#log.writeLine(end);
    this.#log.writeLine(this.#report(verdict, environment));
    return {
      payload: verdict.payload,
      isError: verdict.status !== 'success',
      isStreamed: outcome.kind === 'streamed' && this.#ports.sink !== undefined,
      logTail: this.#log.tail(),
      environment,
    };
  }

  #report(verdict: Verdict, environment: Environment): string {
    const resultAt = Math.max(environment.resultAt, this.#startedAt);
    return reportLine(this.#settings.logFormat, {
      requestId: this.#invocation.requestId,
      tenantId: this.#invocation.tenantId,
      durationMs: resultAt - this.#startedAt,
      initDurationMs: this.#initDurationMs,
      memorySizeMb: this.#settings.memoryMb,
      maxMemoryUsedMb: environment.peakMemoryMb,
      status: verdict.status,
      errorType: verdict.errorType,
    });
  }

  #judge(outcome: RunOutcome | InitOutcome): Verdict {
    return toVerdict(outcome, {
      requestId: this.#invocation.requestId,
      timeoutSeconds: this.#settings.timeoutSeconds,
      collected: this.#collecting.collected(),
    });
  }

  #timeLeftMs(): number {
    if (!this.#ports.hasTimeouts) return Infinity;
    return Math.max(1, this.#settings.timeoutSeconds * 1000 - (performance.now() - this.#startedAt));
  }
}
