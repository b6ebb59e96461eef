import { createInvokeClient, describeError, parseFunctionError } from '../../../src/core/index.ts';
import type { InvokeClientConfig, InvokeError, InvokeInput, LogTail } from '../../../src/core/index.ts';
import { presetInvocation } from '../../../src/documents/preset-invocation.ts';
import type { ExpectationFacts } from '../../../src/documents/expectations/expectation-types.ts';
import { resultFacts } from '../../../src/documents/expectations/run-facts.ts';
import type { Preset } from '../../../src/documents/preset-types.ts';
import { withExpectations, type PresetCheck } from './preset-checks.ts';

export interface PresetRun {
  checks: readonly PresetCheck[];
  statusCode: number | null;
  executedVersion: string | null;
  durationMs: number;
  /** What the function gave back: its beginning. */
  response: string;
  log: string;
}

const shownCharacters = 2_000;

/** Invokes a preset through the same core as the page; expected failures are checks that did not hold. */
export async function runPreset(preset: Preset, config: InvokeClientConfig): Promise<PresetRun> {
  const input = presetInvocation(preset);
  if (input === null) return failedRun('preset', 'The payload holds half a character, which has no bytes.');
  const client = createInvokeClient({ ...config, retry: { mode: preset.request.retryMode } });
  const startedAt = performance.now();
  const answer = await (preset.request.stream ? stream(client, input) : invokeOnce(client, input));
  const durationMs = Math.round(performance.now() - startedAt);
  const { facts, ...told } = answer;
  return { ...told, checks: withExpectations(told.checks, preset, facts), durationMs };
}

type Client = ReturnType<typeof createInvokeClient>;
type Answer = Omit<PresetRun, 'durationMs'> & { facts: ExpectationFacts };

async function invokeOnce(client: Client, input: InvokeInput): Promise<Answer> {
  const result = await client.invoke(input);
  if (!result.ok) return apiError(result.error);
  const { statusCode, executedVersion, functionError, payload, logResult } = result.output;
  return {
    checks: [apiAnswered(statusCode), functionCheck(functionError, payload)],
    statusCode,
    executedVersion: executedVersion ?? null,
    response: beginning(payload),
    log: tail(logResult),
    facts: resultFacts(result, outcomeOf(statusCode, functionError !== undefined)),
  };
}

/** By the status alone, as the page tells them apart (state/outcome.ts). */
function outcomeOf(statusCode: number, hasFailed: boolean): string {
  if (hasFailed) return 'function-error';
  return statusCode === 202 ? 'accepted' : statusCode === 204 ? 'dry-run' : 'success';
}

async function stream(client: Client, input: InvokeInput): Promise<Answer> {
  const chunks: Uint8Array[] = [];
  let statusCode: number | null = null;
  let executedVersion: string | null = null;
  let failure: string | null = null;
  let log: LogTail | undefined;
  for await (const event of client.invokeWithResponseStream(input)) {
    if (event.type === 'error') return apiError(event.error);
    if (event.type === 'start') ({ statusCode } = event);
    else if (event.type === 'chunk') chunks.push(event.bytes);
    else {
      failure = event.errorCode === undefined ? null : `${event.errorCode}: ${event.errorDetails ?? ''}`;
      log = event.logResult;
    }
    if (event.type !== 'chunk') executedVersion = event.executedVersion ?? executedVersion;
  }
  return streamed({
    statusCode: statusCode ?? 0,
    payload: Buffer.concat(chunks),
    log,
    failure,
    executedVersion,
  });
}

interface Streamed {
  statusCode: number;
  payload: Uint8Array;
  log: LogTail | undefined;
  failure: string | null;
  executedVersion: string | null;
}

function streamed({ statusCode, payload, log, failure, executedVersion }: Streamed): Answer {
  const words = failure === null ? 'The function succeeded.' : failure.slice(0, shownCharacters);
  const output = { statusCode, payload, ...(log === undefined ? {} : { logResult: log }) };
  return {
    checks: [
      apiAnswered(statusCode),
      { name: 'function', verdict: failure === null ? 'passed' : 'failed', message: words },
    ],
    statusCode,
    executedVersion,
    response: beginning(payload),
    log: tail(log),
    facts: resultFacts({ ok: true, output }, outcomeOf(statusCode, failure !== null)),
  };
}

function apiAnswered(statusCode: number): PresetCheck {
  return { name: 'api', verdict: 'passed', message: `Lambda answered ${statusCode}.` };
}

function functionCheck(functionError: string | undefined, payload: Uint8Array): PresetCheck {
  if (functionError === undefined) {
    return { name: 'function', verdict: 'passed', message: 'The function succeeded.' };
  }
  const { errorType, errorMessage } = parseFunctionError(payload) ?? {};
  const words = [errorType ?? functionError, errorMessage].filter((part) => part !== undefined).join(': ');
  return { name: 'function', verdict: 'failed', message: words.slice(0, shownCharacters) };
}

function apiError(error: InvokeError): Answer {
  const { title, meaning, nextStep } = describeError(error);
  const message = `${title}. ${error.message} ${meaning} ${nextStep}`;
  const statusCode = error.statusCode ?? null;
  const { durationMs: _none, ...nothing } = failedRun('api', message);
  return {
    ...nothing,
    statusCode,
    facts: resultFacts({ ok: false, error }, error.mayHaveRun === 'no' ? 'rejected' : 'unknown'),
  };
}

/** Nothing came back that could be looked at. */
export function failedRun(name: string, message: string): PresetRun {
  const checks: readonly PresetCheck[] = [{ name, verdict: 'failed', message }];
  return { checks, statusCode: null, executedVersion: null, durationMs: 0, response: '', log: '' };
}

function beginning(payload: Uint8Array): string {
  return new TextDecoder().decode(payload.subarray(0, shownCharacters));
}

function tail(logResult: LogTail | undefined): string {
  return logResult?.text ?? '';
}
