import { expect, test } from 'vitest';
import { answer, run, runRequest } from '../../../state/state.fixture.ts';
import type { Run } from '../../../state/types.ts';
import { resultFacts } from '../result-facts.ts';
import { hiddenHeaders } from './hidden-headers.ts';

const done = (output: Parameters<typeof answer>[0], more: Partial<Run> = {}): Run =>
  run({ outcome: 'success', result: answer(output), ...more });
const hidden = (one: Run): Record<string, string> =>
  Object.fromEntries(hiddenHeaders(one, resultFacts(one)).map(({ name, standsIn }) => [name, standsIn]));

test('what can be read is not named, and what can not is named with its stand-in', () => {
  const report = { requestId: 'r1', xrayTraceId: '1-2-3' };
  const known = hidden(
    done({
      headers: { date: 'now', 'x-amz-log-result': 'eA==' },
      executedVersion: '7',
      executedVersionSource: 'log',
      logResult: { base64: 'eA==', text: 'x', truncated: false, report },
    }),
  );
  expect(Object.keys(known)).toEqual([
    'x-amzn-requestid',
    'x-amz-executed-version',
    'x-amz-function-error',
    'x-amzn-trace-id',
  ]);
  expect(known['x-amzn-requestid']).toContain('r1, from the REPORT line');
  expect(known['x-amz-executed-version']).toBe('7, from the START line of the log tail.');
  expect(known['x-amzn-trace-id']).toContain('1-2-3');
});

test('only headers that matter for the run are looked for', () => {
  const event = hidden(done({ statusCode: 202 }, { request: runRequest({ invocationType: 'Event' }) }));
  expect(Object.keys(event)).toEqual(['x-amzn-requestid', 'date']);
  const durable = hidden(
    done({}, { request: runRequest({ durableExecutionName: 'order-7', tailLog: false }) }),
  );
  expect(durable['x-amz-durable-execution-arn']).toContain('order-7');
  expect(durable['x-amz-log-result']).toBeUndefined();
  expect(hidden(done({ statusCode: 429 }))['retry-after']).toContain('computed');
});

test('a version that nothing tells is never guessed', () => {
  expect(hidden(done({}))['x-amz-executed-version']).toMatch(/^Nothing\./);
});

test('without an answer there is nothing to miss', () => {
  expect(hidden(run({ outcome: 'cancelled' }))).toEqual({});
});
