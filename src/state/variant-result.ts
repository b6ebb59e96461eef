import type { InvokeOutput } from '../core/index.ts';
import { responseFields } from '../documents/variants/response-fields.ts';
import type { VariantResult } from '../documents/variants/variant-result.ts';
import type { Run } from './types.ts';

/** What is kept of a row's run. */
export function toVariantResult(
  run: Run,
  { row, cells, fields }: Pick<VariantResult, 'row' | 'cells'> & { fields: readonly string[] },
): VariantResult {
  return {
    row,
    cells,
    runId: run.id,
    outcome: run.outcome ?? 'unknown',
    roundTripMs: run.roundTripMs,
    ...answerFacts(run),
    fields: responseFields(responseBytes(run), fields),
    isPrivate: run.saved === 'private',
  };
}

type AnswerFacts = Omit<
  VariantResult,
  'row' | 'cells' | 'runId' | 'outcome' | 'roundTripMs' | 'fields' | 'isPrivate'
>;

const noAnswer: AnswerFacts = {
  statusCode: null,
  executedVersion: null,
  durationMs: null,
  billedMs: null,
  maxMemoryMB: null,
  initMs: null,
  error: null,
  missing: { version: null, log: null },
};

function answerFacts(run: Run): AnswerFacts {
  const { result, refusal } = run;
  if (!result) return { ...noAnswer, error: refusal?.message ?? null };
  if (result.ok) return outputFacts(run, result.output);
  const { statusCode, code, kind } = result.error;
  return { ...noAnswer, statusCode: statusCode ?? null, error: code ?? kind };
}

function outputFacts(run: Run, output: InvokeOutput): AnswerFacts {
  const { statusCode, executedVersion = null, functionError = null, logResult } = output;
  const report = logResult?.report;
  return {
    statusCode,
    executedVersion,
    durationMs: report?.durationMs ?? null,
    billedMs: report?.billedDurationMs ?? null,
    maxMemoryMB: report?.maxMemoryUsedMB ?? null,
    initMs: report?.initDurationMs ?? null,
    error: functionError,
    missing: missingOf(run, { hasVersion: executedVersion !== null, hasReport: report !== undefined }),
  };
}

/** The response of a run, or the body of an error; null where there is none. */
export function responseBytes({ result }: Run): Uint8Array | null {
  if (!result) return null;
  return result.ok ? result.output.payload : (result.error.body ?? null);
}

/** A page can't tell a header that CORS hides from one that is not there. */
function missingOf(
  { request }: Run,
  { hasVersion, hasReport }: { hasVersion: boolean; hasReport: boolean },
): VariantResult['missing'] {
  if (request.invocationType !== 'RequestResponse') return { version: null, log: null };
  const noLog = request.tailLog ? 'no log tail came' : 'tail log is off';
  return { version: hasVersion ? null : 'absent or hidden by CORS', log: hasReport ? null : noLog };
}
