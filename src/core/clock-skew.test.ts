import { describe, expect, test } from 'vitest';
import { createInvokeClient } from './client.ts';
import type { CoreLogEvent, InvokeClientConfig } from './client-types.ts';
import { createSigningClock, measureSkew } from './clock-skew.ts';
import { configured, noon, playing, type Step } from './sending.fixture.ts';

const minuteMs = 60_000;
const dateIn = (minutes: number) => new Date(noon.getTime() + minutes * minuteMs).toUTCString();
const after = (ms: number) => new Date(noon.getTime() + ms);

describe('the skew of a server’s clock', () => {
  test('is its Date minus the middle of the round trip', () => {
    expect(measureSkew({ date: dateIn(10) }, noon, after(4000))).toBe(10 * minuteMs - 2000);
    expect(measureSkew({ date: dateIn(-10) }, noon, noon)).toBe(-10 * minuteMs);
  });

  test.each([
    ['no Date', {}, 0],
    ['a Date that is none', { date: 'yesterday' }, 0],
    ['an answer from a cache', { date: dateIn(10), age: '3' }, 0],
    ['an Age of 0', { date: dateIn(10), age: '0' }, 0],
    ['a round trip of more than 15 minutes', { date: dateIn(10) }, 15 * minuteMs + 1],
  ])('is unknown for %s', (_, headers, roundTripMs) => {
    expect(measureSkew(headers, noon, after(roundTripMs))).toBeUndefined();
  });
});

describe('the signing clock', () => {
  test.each([
    [4 * minuteMs - 1, false],
    [4 * minuteMs, true],
    [-4 * minuteMs, true],
    [24 * 60 * minuteMs, true],
    [24 * 60 * minuteMs + 1, false],
    [10 * 365 * 24 * 60 * minuteMs, false],
  ])('takes a skew of %d ms: %s', (skewMs, taken) => {
    const clock = createSigningClock(() => noon);
    expect(clock.correct(skewMs)).toBe(taken);
    expect(clock.now()).toEqual(after(taken ? skewMs : 0));
  });

  test('takes only news, and goes back when our own clock was put right', () => {
    const clock = createSigningClock(() => noon);
    expect(clock.correct(10 * minuteMs)).toBe(true);
    expect(clock.correct(11 * minuteMs)).toBe(false);
    expect(clock.correct(0)).toBe(true);
    expect(clock.now()).toEqual(noon);
  });
});

describe('a refusal for the time of a signature', () => {
  const skewed = (errortype: string, minutes = 10): Step => ({
    status: 403,
    errortype,
    headers: { date: dateIn(minutes) },
  });

  test.each([
    'InvalidSignatureException',
    'SignatureDoesNotMatch',
    'RequestTimeTooSkewed',
    'RequestExpired',
    'RequestInTheFuture',
    'AuthFailure',
  ])('%s is sent once more with the server’s time, which later calls keep', async (errortype) => {
    const events: CoreLogEvent[] = [];
    const { fetch, sent } = playing(skewed(errortype), { status: 200 });
    const client = createInvokeClient(configured({ fetch, logger: (event) => events.push(event) }));
    const result = await client.invoke({ functionName: 'f' });
    expect(result).toMatchObject({ ok: true, attempts: [{ clockSkewMs: 10 * minuteMs }, { number: 2 }] });
    await client.invoke({ functionName: 'f' });
    expect(sent.map(({ headers }) => headers['x-amz-date'])).toEqual([
      '20261122T123456Z',
      '20261122T124456Z',
      '20261122T124456Z',
    ]);
    expect(events).toContainEqual({
      type: 'clock',
      operation: 'Invoke',
      skewMs: 10 * minuteMs,
      applied: true,
      at: noon,
    });
  });

  test.each([
    ['twice', {}, skewed('InvalidSignatureException'), 2],
    ['in mode off', { retry: { mode: 'off' } }, skewed('InvalidSignatureException'), 1],
    ['below four minutes', {}, skewed('InvalidSignatureException', 3), 1],
    ['of ten years', {}, skewed('InvalidSignatureException', 5_256_000), 1],
    ['without a Date', {}, { status: 403, errortype: 'InvalidSignatureException' }, 1],
    ['named AccessDenied in mode safe', {}, skewed('AccessDeniedException'), 1],
    [
      'named AccessDenied in mode standard',
      { retry: { mode: 'standard' } },
      skewed('AccessDeniedException'),
      2,
    ],
    ['of another kind', {}, skewed('ResourceNotFoundException'), 1],
  ] as [string, Partial<InvokeClientConfig>, Step, number][])(
    '%s: %#',
    async (...[, config, step, sends]) => {
      const { fetch, sent } = playing(step);
      const result = await createInvokeClient(configured({ fetch, ...config })).invoke({ functionName: 'f' });
      expect(result).toMatchObject({ ok: false, error: { mayHaveRun: 'no' } });
      expect(sent).toHaveLength(sends);
    },
  );
});

test('a skew that no error speaks of is told and not applied', async () => {
  const { fetch, sent } = playing({ status: 200, headers: { date: dateIn(60) } });
  const client = createInvokeClient(configured({ fetch }));
  expect(await client.invoke({ functionName: 'f' })).toMatchObject({
    attempts: [{ clockSkewMs: 60 * minuteMs }],
  });
  await client.invoke({ functionName: 'f' });
  expect(new Set(sent.map(({ headers }) => headers['x-amz-date'])).size).toBe(1);
});
