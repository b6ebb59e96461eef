import { createInvokeClient, describeError, parseFunctionError } from '../../../src/core/index.ts';
import type { InvokeClientConfig, InvokeError, InvokeInput, LogTail } from '../../../src/core/index.ts';
import { presetInvocation } from '../../../src/documents/preset-invocation.ts';
import type { Preset } from '../../../src/documents/preset-types.ts';

/** One thing that was looked at in a run. A preset passes when all its checks do; more kinds may come. */
export interface PresetCheck {
  name: string;
  ok: boolean;
  /** What was found, in words. */
  message: string;
}

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
  return { ...answer, durationMs };
}

type Client = ReturnType<typeof createInvokeClient>;
type Answer = Omit<PresetRun, 'durationMs'>;

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
  };
}

async function stream(client: Client, input: InvokeInput): Promise<Answer> {
  const chunks: Uint8Array[] = [];
  let statusCode: number | null = null;
  let executedVersion: string | null = null;
  let failure: string | null = null;
  let log = '';
  for await (const event of client.invokeWithResponseStream(input)) {
    if (event.type === 'error') return apiError(event.error);
    if (event.type === 'start') ({ statusCode } = event);
    else if (event.type === 'chunk') chunks.push(event.bytes);
    else {
      failure = event.errorCode === undefined ? null : `${event.errorCode}: ${event.errorDetails ?? ''}`;
      log = tail(event.logResult);
    }
    if (event.type !== 'chunk') executedVersion = event.executedVersion ?? executedVersion;
  }
  const ok = failure === null;
  return {
    checks: [
      apiAnswered(statusCode ?? 0),
      { name: 'function', ok, message: failure?.slice(0, shownCharacters) ?? 'The function succeeded.' },
    ],
    statusCode,
    executedVersion,
    response: beginning(Buffer.concat(chunks)),
    log,
  };
}

function apiAnswered(statusCode: number): PresetCheck {
  return { name: 'api', ok: true, message: `Lambda answered ${statusCode}.` };
}

function functionCheck(functionError: string | undefined, payload: Uint8Array): PresetCheck {
  if (functionError === undefined) return { name: 'function', ok: true, message: 'The function succeeded.' };
  const { errorType, errorMessage } = parseFunctionError(payload) ?? {};
  const words = [errorType ?? functionError, errorMessage].filter((part) => part !== undefined).join(': ');
  return { name: 'function', ok: false, message: words.slice(0, shownCharacters) };
}

function apiError(error: InvokeError): Answer {
  const { title, meaning, nextStep } = describeError(error);
  const message = `${title}. ${error.message} ${meaning} ${nextStep}`;
  return { ...failedRun('api', message), statusCode: error.statusCode ?? null };
}

/** Nothing came back that could be looked at. */
export function failedRun(name: string, message: string): PresetRun {
  const checks = [{ name, ok: false, message }];
  return { checks, statusCode: null, executedVersion: null, durationMs: 0, response: '', log: '' };
}

function beginning(payload: Uint8Array): string {
  return new TextDecoder().decode(payload.subarray(0, shownCharacters));
}

function tail(logResult: LogTail | undefined): string {
  return logResult?.text ?? '';
}
