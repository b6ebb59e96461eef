import { describe, expect, test } from 'vitest';
import sequences from '../../tests/vectors/retry-sequences.json';
import { invoke } from './invoke.ts';
import { createRuntime } from './runtime.ts';
import { configured, noSleep, playing, type Step } from './sending.fixture.ts';

interface Sequence {
  name: string;
  maxAttempts: number;
  random: number;
  steps: ({ status: number; errortype?: string; headers?: Record<string, string> } | { throw: string })[];
  outcome: { ok: boolean; name?: string; status?: number; attempts: number; totalRetryDelay: number };
  delaysMs: number[];
  sent: Record<string, string>[];
  capacityAfter: number;
}

describe('mode standard retries as the SDKs do', () => {
  test.each(sequences as Sequence[])(
    '$name',
    async ({ maxAttempts, random, steps, outcome, ...expected }) => {
      const { fetch, sent } = playing(...steps.map(toStep));
      const { sleep, delaysMs } = noSleep();
      const retry = { mode: 'standard', maxAttempts } as const;
      const runtime = createRuntime(configured({ fetch, sleep, retry, random: () => random }));
      const result = await invoke(runtime, { functionName: 'f', payload: '{}' }, {});
      expect(result.ok).toBe(outcome.ok);
      if (!result.ok) {
        expect(result.error.statusCode).toBe(outcome.status);
        expect(result.error.code ?? 'Unknown').toBe(outcome.name);
      }
      expect(delaysMs).toEqual(expected.delaysMs);
      expect(result.attempts).toHaveLength(outcome.attempts);
      expect(result.attempts.reduce((sum, attempt) => sum + (attempt.retryDelayMs ?? 0), 0)).toBe(
        outcome.totalRetryDelay,
      );
      expect(sent.map(({ headers }) => headers)).toEqual(
        expected.sent.map((headers) => expect.objectContaining(headers)),
      );
      expect(runtime.budget.tokens).toBe(expected.capacityAfter);
    },
  );
});

function toStep(step: Sequence['steps'][number]): Step {
  return 'throw' in step ? { throw: new TypeError(step.throw) } : step;
}
