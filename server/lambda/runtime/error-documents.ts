import { MAX_RESPONSE } from '../limits.ts';
import type { EnvironmentEnd } from './environment.ts';

/** An error that Lambda itself reports for an invocation, as the document the caller gets. */
export interface ErrorDocument {
  errorType: string;
  errorMessage: string;
}

export function timedOut(requestId: string, timeoutSeconds: number): ErrorDocument {
  const errorMessage = `RequestId: ${requestId} Error: Task timed out after ${timeoutSeconds.toFixed(2)} seconds`;
  return { errorType: 'Sandbox.Timedout', errorMessage };
}

export function exited(requestId: string, end: EnvironmentEnd): ErrorDocument {
  return {
    errorType: end.reason === 'out-of-memory' ? 'Runtime.OutOfMemory' : 'Runtime.ExitError',
    errorMessage: `RequestId: ${requestId} Error: ${describeEnd(end)}`,
  };
}

export function responseTooLarge(): ErrorDocument {
  return {
    errorType: 'Function.ResponseSizeTooLarge',
    errorMessage: `Response payload size exceeded maximum allowed payload size (${MAX_RESPONSE} bytes).`,
  };
}

function describeEnd({ exitCode, signal }: EnvironmentEnd): string {
  if (signal) return `Runtime exited with error: signal: ${SIGNAL_NAMES[signal] ?? signal.toLowerCase()}`;
  return exitCode
    ? `Runtime exited with error: exit status ${exitCode}`
    : 'Runtime exited without providing a reason';
}

/** Go's names, as Lambda's supervisor is written in Go. */
const SIGNAL_NAMES: Partial<Record<NodeJS.Signals, string>> = {
  SIGABRT: 'aborted',
  SIGBUS: 'bus error',
  SIGFPE: 'floating point exception',
  SIGHUP: 'hangup',
  SIGILL: 'illegal instruction',
  SIGINT: 'interrupt',
  SIGKILL: 'killed',
  SIGSEGV: 'segmentation fault',
  SIGTERM: 'terminated',
};
