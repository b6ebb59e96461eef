import { describe, expect, inject, test } from 'vitest';
import type { InvokeClientConfig } from './client-types.ts';
import { invoke } from './invoke.ts';
import { readErrorResponse } from './response-error.ts';
import { portsOf } from './ports.ts';
import { backOffMs, RetryBudget } from './retry-budget.ts';
import { retryClassOf, type RetryClass } from './retry-class.ts';
import { createRuntime, type Runtime } from './runtime.ts';
import { configured, deferred, noSleep, playing, until, type Step } from './sending.fixture.ts';

/** Published retry specifications, as far as they concern Lambda. */
interface RetryCase {
  id: string;
  suite: string;
  given?: {
    initial_retry_tokens?: number;
    max_attempts?: number;
    max_backoff_time?: number;
    service?: string;
  };
  responses?: Round[];
  threads?: Round[][];
  expected_final_quota?: number;
  steps?: { errorType: string; retryCount: number; cost: number | null; delayMs: number }[];
  error?: { code?: string; status?: number; jsType?: string; message?: string };
  expected?: string;
}

interface Round {
  response: { status_code: number; error_code?: string; headers?: Record<string, string> };
  expected: { outcome: string; retry_quota?: number; delay?: number };
}

const external = inject('externalVectors')?.['retry-cases'];
const cases: RetryCase[] =
  external === undefined ? [] : (JSON.parse(external) as { cases: RetryCase[] }).cases;
const suite = (name: string): RetryCase[] => cases.filter((one) => one.suite === name);
const isForLambda = (one: RetryCase): boolean =>
  one.given?.service !== 'sqs' && one.given?.max_backoff_time === undefined;

describe.skipIf(external === undefined)(
  external === undefined ? 'skipped: CONSOLE_VECTORS not set' : 'retry-cases',
  () => {
    test('what does not concern Lambda is left out by name', () => {
      const leftOut = cases.filter(
        (one) => one.suite === 'standard-2.0' || (one.suite === 'standard-2.1' && !isForLambda(one)),
      );
      expect(leftOut.map(({ id }) => id)).toEqual([
        // A bound on back-off that is no setting of ours.
        'v2.1/Verify max backoff time',
        // Long polling is a matter of SQS.
        'v2.1/Long-polling backoff after transient error when token bucket empty',
        'v2.1/Long-polling backoff after throttling error when token bucket empty',
        'v2.1/Long-polling max attempts exceeded must NOT delay',
        'v2.1/Long-polling success must NOT delay',
        'v2.1/Long-polling non-retryable errors must NOT delay',
        // The numbers before 2026.
        ...suite('standard-2.0').map(({ id }) => id),
      ]);
    });

    test.each(
      [...suite('standard-2.1'), ...suite('x-amz-retry-after')].filter(
        (one) => isForLambda(one) && one.responses,
      ),
    )('$id', async ({ given, responses = [] }) => {
      const { runtime, delaysMs } = runtimeFor(given, responses);
      let played = 0;
      let retries = 0;
      while (played < responses.length) {
        const result = await invoke(runtime, { functionName: 'f' }, {});
        const rounds = responses.slice(played, played + result.attempts.length);
        expect(rounds.map(({ expected }) => expected.outcome)).toEqual(
          outcomesOf(result.attempts.length, rounds, result.ok),
        );
        played += result.attempts.length;
        retries += result.attempts.length - 1;
        const quota = rounds.at(-1)?.expected.retry_quota;
        if (quota !== undefined) expect(runtime.budget.tokens).toBe(quota);
      }
      const waited = responses.flatMap(({ expected: { outcome, delay } }) =>
        outcome === 'retry_request' ? [Math.round((delay ?? 0) * 1000)] : [],
      );
      expect(delaysMs).toEqual(waited);
      expect(retries).toBe(waited.length);
    });

    test('v2.1/Shared multi-threaded scenarios', async () => {
      const shared = suite('standard-2.1').find((one) => one.threads);
      const [first = [], second = []] = shared?.threads ?? [];
      const quotas: number[] = [];
      const secondIsDone = deferred();
      const { runtime } = runtimeFor(shared?.given, []);
      // The first call's last answer comes after the second call is over, as the quotas of the specification tell.
      const answerOf = (thread: Round[], last: Promise<void>): InvokeClientConfig['fetch'] => {
        let played = 0;
        return async () => {
          const round = thread[played];
          played += 1;
          if (played > 1) quotas.push(runtime.budget.tokens);
          if (played === thread.length) await last;
          return new Response('{}', { status: round?.response.status_code ?? 0 });
        };
      };
      const callWith = (fetch: InvokeClientConfig['fetch']) =>
        invoke(
          { ...runtime, fetch: portsOf({ ...runtime.config, ...(fetch && { fetch }) }).fetch },
          { functionName: 'f' },
          {},
        );
      const firstCall = callWith(answerOf(first, secondIsDone.promise));
      await until(() => quotas.length === 2);
      await callWith(answerOf(second, Promise.resolve()));
      expect(quotas).toEqual([486, 472, 458]);
      expect(runtime.budget.tokens).toBe(second.at(-1)?.expected.retry_quota);
      secondIsDone.resolve();
      expect((await firstCall).ok).toBe(true);
      expect(runtime.budget.tokens).toBe(shared?.expected_final_quota);
    });

    test.each(suite('timing-2.1'))('$id', ({ steps = [] }) => {
      const budget = new RetryBudget();
      for (const { errorType, retryCount, cost, delayMs } of steps.slice(1)) {
        const kind = errorType.toLowerCase() as RetryClass;
        expect(budget.spend(kind)).toBe(cost);
        expect(backOffMs({ kind, retries: retryCount - 1, random: 1 })).toBe(delayMs);
      }
    });

    const named = {
      THROTTLING: 'throttling',
      TRANSIENT: 'transient',
      SERVER_ERROR: undefined,
      CLIENT_ERROR: undefined,
    };
    test.each(suite('classification'))('$id is $expected', ({ error, expected }) => {
      expect(classOf(error ?? {})).toBe(named[expected as keyof typeof named]);
    });
  },
);

function runtimeFor(given: RetryCase['given'], responses: Round[]): { runtime: Runtime; delaysMs: number[] } {
  const { fetch } = playing(...responses.map(({ response }) => toStep(response)));
  const { sleep, delaysMs } = noSleep();
  const retry: NonNullable<InvokeClientConfig['retry']> = {
    mode: 'standard',
    maxAttempts: given?.max_attempts ?? 3,
  };
  const runtime = createRuntime(configured({ fetch, sleep, retry }));
  return { runtime: { ...runtime, budget: new RetryBudget(given?.initial_retry_tokens) }, delaysMs };
}

function toStep({ status_code: status, error_code: errortype, headers }: Round['response']): Step {
  return { status, errortype, ...(headers ? { headers } : {}) };
}

function outcomesOf(attempts: number, rounds: Round[], ok: boolean): string[] {
  const last = ok ? 'success' : (rounds.at(-1)?.expected.outcome ?? '');
  expect(['success', 'max_attempts_exceeded', 'retry_quota_exceeded', 'fail_request']).toContain(last);
  return [...Array.from({ length: attempts - 1 }, () => 'retry_request'), last];
}

function classOf({
  code,
  status,
  jsType,
  message = '',
}: NonNullable<RetryCase['error']>): RetryClass | undefined {
  if (jsType !== undefined) {
    const error = { kind: 'network', message, mayHaveRun: 'unknown' } as const;
    return retryClassOf('standard', { error, answer: 'none', repeatable: false });
  }
  const headers: Record<string, string> = code === undefined ? {} : { 'x-amzn-errortype': code };
  const error = readErrorResponse({ statusCode: status ?? 0, headers, body: new Uint8Array(0) });
  return retryClassOf('standard', { error, answer: 'whole', repeatable: false });
}
