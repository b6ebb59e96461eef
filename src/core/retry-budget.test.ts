import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createInvokeClient } from './client.ts';
import { backOffMs, retryHintMs, RetryBudget } from './retry-budget.ts';
import { configured, noon, noSleep, playing } from './sending.fixture.ts';

describe('what an answer asks to wait', () => {
  test.each([
    [{ 'retry-after': '2' }, 2000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': 'Sun, 22 Nov 2026 12:35:06 GMT' }, 10_000],
    [{ 'x-amz-retry-after': '1500' }, 1500],
    [{ 'x-amz-retry-after': '-100' }, -100],
    [{ 'retry-after': '1', 'x-amz-retry-after': '9000' }, 1000],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'x-amz-retry-after': 'invalid' }, undefined],
    [{}, undefined],
  ] as [Record<string, string>, number | undefined][])('%j is %s ms', (headers, ms) => {
    expect(retryHintMs(headers, noon)).toBe(ms);
  });
});

test('a back-off lies between nothing and 20 s, or 5 s beyond when the server asks for it', () => {
  const backOffs = fc.record({
    kind: fc.constantFrom('transient', 'throttling' as const),
    retries: fc.nat({ max: 40 }),
    random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    hintMs: fc.option(fc.double({ noNaN: true }), { nil: undefined }),
  });
  fc.assert(
    fc.property(backOffs, (backOff) => {
      const ms = backOffMs(backOff);
      expect(ms).toBeGreaterThanOrEqual(0);
      expect(ms).toBeLessThanOrEqual(backOff.hintMs === undefined ? 20_000 : 25_000);
    }),
  );
});

test('the budget never grows beyond its size nor below nothing', () => {
  const steps = fc.array(fc.constantFrom('transient', 'throttling', 'refund', 'refund-last' as const), {
    maxLength: 200,
  });
  fc.assert(
    fc.property(steps, (taken) => {
      const budget = new RetryBudget(100);
      let last: number | undefined;
      for (const step of taken) {
        if (step === 'refund') budget.refund(undefined);
        else if (step === 'refund-last') budget.refund(last);
        else last = budget.spend(step);
        expect(budget.tokens).toBeGreaterThanOrEqual(0);
        expect(budget.tokens).toBeLessThanOrEqual(500);
      }
    }),
  );
});

test('calls of one client share its budget: when many fail, retries stop', async () => {
  const { fetch, sent } = playing({ status: 429, errortype: 'TooManyRequestsException' });
  const client = createInvokeClient(
    configured({ fetch, sleep: noSleep().sleep, retry: { mode: 'safe', maxAttempts: 2 } }),
  );
  for (let call = 0; call < 120; call += 1) await client.invoke({ functionName: 'f' });
  expect(sent).toHaveLength(120 + 500 / 5);
});
