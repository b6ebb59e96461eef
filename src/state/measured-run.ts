import { parseFunctionError, type InvokeResult } from '../core/index.ts';
import type { MeasuredRun, RunFault } from '../documents/measure/measured-run.ts';
import type { Run } from './types.ts';

/** The few facts of a run that a measurement keeps; the whole of it is in the history. */
export function measuredRun(index: number, run: Run): MeasuredRun {
  const { id, startedAt, result, outcome, roundTripMs } = run;
  const isAnswered = result?.ok === true || outcome === 'rejected';
  return {
    index,
    runId: id,
    startedAt: startedAt.getTime(),
    fault: faultOf(run),
    roundTripMs: isAnswered ? roundTripMs : null,
    report: (result?.ok && result.output.logResult?.report) || null,
  };
}

function faultOf({ outcome, result, refusal, streamError }: Run): RunFault | null {
  switch (outcome) {
    case 'success':
    case 'accepted':
    case 'dry-run':
      return null;
    case 'function-error':
      return fault('function-error', streamError?.code ?? functionErrorName(result));
    case 'not-sent':
      return fault('not-sent', refusal?.code ?? errorName(result));
    case 'rejected': {
      const isThrottled = result?.ok === false && result.error.kind === 'throttled';
      return fault(isThrottled ? 'throttled' : 'rejected', errorName(result));
    }
    case 'cancelled':
      return fault('cancelled', '');
    default:
      return fault('unknown', errorName(result));
  }
}

/** Names come from outside: what is longer is no name. */
const mostCharacters = 100;

function fault(kind: RunFault['kind'], name: string): RunFault {
  return { kind, name: name.slice(0, mostCharacters) };
}

function functionErrorName(result: InvokeResult | null): string {
  if (!result?.ok) return '';
  return parseFunctionError(result.output.payload)?.errorType ?? result.output.functionError ?? '';
}

function errorName(result: InvokeResult | null): string {
  if (result === null || result.ok) return '';
  return result.error.code ?? result.error.kind;
}
