import { ApiError } from '../api/api-error.ts';
import type { FunctionCode } from '../functions/lambda-function.ts';
import type { EnvironmentPool, ThrottleReason } from './environment-pool.ts';
import type { EnvironmentSpec } from './environment-process.ts';
import { environmentVariables } from './environment-variables.ts';
import type { StreamSink } from './environment.ts';
import { type Invocation, type InvocationOutcome, runInvocation } from './run-invocation.ts';

export interface ExecutorOptions {
  pool: EnvironmentPool;
  region: string;
  /** Of --env-file. */
  extraVariables: Readonly<Record<string, string>>;
  /** Node's flags for a debugger; with one, time-outs do not run. */
  inspectArguments: readonly string[];
  /** Makes code runnable that is not yet (TypeScript). */
  prepareCode: (code: FunctionCode) => Promise<FunctionCode>;
  log: (line: string) => void;
}

/** Runs invocations: finds or starts an execution environment, or refuses for lack of concurrency. */
export class Executor {
  readonly #options: ExecutorOptions;

  constructor(options: ExecutorOptions) {
    this.#options = options;
  }

  /** @throws ApiError TooManyRequestsException */
  async run(invocation: Invocation, sink?: StreamSink): Promise<InvocationOutcome> {
    const { pool, log, inspectArguments } = this.#options;
    const { fn } = invocation.target;
    const lease = pool.acquire(invocation.target, invocation.tenantId);
    if (typeof lease === 'string') throw throttled(lease);
    let outcome: InvocationOutcome | undefined;
    try {
      outcome = await runInvocation(invocation, {
        createSpec: () => this.#specOf(invocation),
        warm: lease.warm,
        onStarted: (environment) => pool.add(environment),
        onLine: (line) => log(`${fn.name}: ${printable(line)}`),
        hasTimeouts: inspectArguments.length === 0,
        sink,
      });
      return outcome;
    } finally {
      lease.release(outcome?.environment);
    }
  }

  async #specOf({ target }: Invocation): Promise<EnvironmentSpec> {
    const { region, extraVariables, inspectArguments, prepareCode } = this.#options;
    const code = await prepareCode(target.fn.code);
    const fn = { ...target.fn, code };
    const variables = environmentVariables({ fn, version: target.version, region, extra: extraVariables });
    return {
      taskRoot: code.taskRoot,
      handler: code.handler,
      memoryMb: fn.settings.memoryMb,
      variables,
      // Stack traces name the lines that were written, not those that were built.
      nodeArguments:
        code === target.fn.code ? inspectArguments : ['--enable-source-maps', ...inspectArguments],
      mark: `AWS_LAMBDA_LOG_STREAM_NAME=${variables['AWS_LAMBDA_LOG_STREAM_NAME'] ?? ''}`,
    };
  }
}

function throttled(reason: ThrottleReason): ApiError {
  return new ApiError('TooManyRequestsException', 'Rate Exceeded.', { members: { Reason: reason } });
}

/** What a handler prints may come from anywhere: nothing of it controls the terminal. */
function printable(line: string): string {
  return line.replaceAll(/[^\P{Cc}\t]/gu, '\u{fffd}');
}
