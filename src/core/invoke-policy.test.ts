import { describe, expect, test } from 'vitest';
import policy from '../../tests/vectors/invoke-policy.json';
import { createInvokeClient } from './client.ts';
import type { Progress, ServiceResult } from './client-types.ts';
import {
  configured,
  holdTimers,
  openAnswer,
  playing,
  until,
  type Sent,
  type Step,
} from './sending.fixture.ts';
import type { InvokeInput, InvokeResult } from './types.ts';

interface PolicyCase {
  name: string;
  given: {
    type: string;
    fault?: string;
    status?: number;
    code?: string;
    message?: string;
    functionError?: string;
    body?: string;
    durableExecutionName?: string;
  };
  expected: { functionMayHaveRun: string; consoleAction: string };
}

const cases = policy.cases as PolicyCase[];
const byName = (name: string): PolicyCase => cases.find((one) => one.name === name) as PolicyCase;

/** Rows with tests of their own below. */
const judgedByThePage = ['mixed-content', 'lna-denied'];
const waiting = ['client-timeout', 'user-cancel'];
const successes = ['http-200-function-error', 'http-200-timeout', 'http-202-event'];
const others = cases.filter(({ name }) => ![...judgedByThePage, ...waiting, ...successes].includes(name));

describe('mode safe sends again only what cannot have run, and says what may have', () => {
  test.each(others)('$name', async ({ given, expected }) => {
    const { result, sent } = await run(given);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error.mayHaveRun).toBe(expected.functionMayHaveRun.split(' ')[0]);
    expect(sent).toHaveLength({ auto: 3, 'auto-once': 2 }[expected.consoleAction] ?? 1);
    expect(result.attempts).toHaveLength(sent.length);
  });

  test.each(successes.map(byName))('$name: the call succeeded', async ({ given }) => {
    const { result, sent } = await run(given);
    expect(result).toMatchObject({ ok: true, output: { statusCode: given.status } });
    if (given.functionError) expect(result).toMatchObject({ output: { functionError: given.functionError } });
    expect(sent).toHaveLength(1);
  });

  test('a DryRun has run nothing, however it failed', async () => {
    for (const given of [{ fault: 'no-response' }, { status: 500 }, { fault: 'content-length too long' }]) {
      const { result } = await run({ type: 'DryRun', ...given }, 'off');
      expect(result).toMatchObject({ ok: false, error: { mayHaveRun: 'no' } });
    }
  });

  // The core cannot tell these from any other failed fetch, so it claims no more than it knows.
  test.each(judgedByThePage.map(byName))(
    '$name is judged by the page: to the core it is unknown',
    async () => {
      const { result, sent } = await run({ type: 'RequestResponse', fault: 'TypeError before headers' });
      expect(result).toMatchObject({ ok: false, error: { kind: 'network', mayHaveRun: 'unknown' } });
      expect(sent).toHaveLength(1);
    },
  );

  // Certain that it runs is only who has seen a part of the answer.
  test.each(waiting.map(byName))(
    '$name is unknown while no answer came, and yes once its head has',
    async ({ name }) => {
      const kind = name === 'client-timeout' ? 'timeout' : 'aborted';
      const hanging = playing({ hang: true });
      expect(await stopped(hanging, { kind, phase: 'sending' })).toMatchObject({
        ok: false,
        error: { kind, mayHaveRun: 'unknown' },
      });
      const begun = playing(() => openAnswer().response);
      expect(await stopped(begun, { kind, phase: 'reading' })).toMatchObject({
        ok: false,
        error: { kind, mayHaveRun: 'yes', statusCode: 200 },
      });
      expect([hanging.sent.length, begun.sent.length]).toEqual([1, 1]);
    },
  );
});

describe('mode off sends once, whatever comes back', () => {
  test.each(others)('$name', async ({ given }) => {
    const { sent } = await run(given, 'off');
    expect(sent).toHaveLength(1);
  });
});

async function run(
  given: PolicyCase['given'],
  mode: 'safe' | 'off' = 'safe',
): Promise<{ result: InvokeResult | ServiceResult; sent: Sent[] }> {
  const { fetch, sent } = playing(toStep(given));
  const client = createInvokeClient(configured({ fetch, retry: { mode } }));
  if (given.type === 'GET ListFunctions') {
    const operation = { operation: 'ListFunctions', method: 'GET', path: '/2015-03-31/functions' } as const;
    return { result: await client.call(operation), sent };
  }
  const input: InvokeInput = {
    functionName: 'f',
    invocationType: given.type as NonNullable<InvokeInput['invocationType']>,
    payload: '{}',
  };
  if (given.durableExecutionName) input.durableExecutionName = given.durableExecutionName;
  return { result: await client.invoke(input), sent };
}

function toStep({ fault, status, code, message, functionError, body }: PolicyCase['given']): Step {
  if (fault?.startsWith('content-length')) {
    return () => {
      const answer = openAnswer(200, { 'content-length': '1000' });
      answer.push('{"partial":');
      answer.breakOff();
      return answer.response;
    };
  }
  if (fault !== undefined || status === undefined) return { throw: new TypeError('Failed to fetch') };
  const headers: Record<string, string> = { date: 'Sun, 22 Nov 2026 12:44:56 GMT' };
  if (functionError) headers['x-amz-function-error'] = functionError;
  return { status, errortype: code, headers, body: body ?? (message ? JSON.stringify({ message }) : '{}') };
}

/** Ends a call that waits in the given phase, by its signal or by its time-out. */
async function stopped(
  { fetch }: ReturnType<typeof playing>,
  { kind, phase }: { kind: 'timeout' | 'aborted'; phase: Progress['phase'] },
): Promise<InvokeResult> {
  const timers = holdTimers(12_345);
  try {
    const client = createInvokeClient(configured({ fetch, timeoutMs: 12_345 }));
    const controller = new AbortController();
    const phases: string[] = [];
    const onProgress = (progress: Progress) => phases.push(progress.phase);
    const result = client.invoke({ functionName: 'f' }, { signal: controller.signal, onProgress });
    await until(() => phases.at(-1) === phase);
    if (kind === 'aborted') controller.abort();
    else timers.fire();
    return await result;
  } finally {
    timers.restore();
  }
}
