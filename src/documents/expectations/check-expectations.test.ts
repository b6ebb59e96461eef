import { describe, expect, test } from 'vitest';
import { checkExpectations } from './check-expectations.ts';
import type { Expectation, ExpectationFacts } from './expectation-types.ts';

const facts: ExpectationFacts = {
  outcome: 'success',
  statusCode: 200,
  response: {
    text: '{"id":"ord_1","total":12345678901234567890,"items":[{"ok":true},{"ok":true}],"rate":1.0,"none":null}',
  },
  durationMs: 12.5,
  log: { text: 'START\ncharged 12 EUR\nREPORT', isCut: false },
};

function verdictOf(expectation: Expectation, other: Partial<ExpectationFacts> = {}): string {
  const [checked] = checkExpectations([expectation], { ...facts, ...other });
  return `${checked?.verdict}: ${checked?.found}`;
}

const value = (path: string, json: string): Expectation => ({ kind: 'json-equals', path, value: json });

describe('the outcome', () => {
  test('is what was expected, or another', () => {
    expect(verdictOf({ kind: 'outcome', is: 'success' })).toBe('passed: success');
    expect(verdictOf({ kind: 'outcome', is: 'function-error' })).toBe('failed: success');
    expect(verdictOf({ kind: 'outcome', is: 'function-error' }, { outcome: 'function-error' })).toBe(
      'passed: function error',
    );
  });

  test('of a lost answer is not known', () => {
    expect(verdictOf({ kind: 'outcome', is: 'success' }, { outcome: 'unknown' })).toBe(
      'unknown: outcome unknown',
    );
    expect(verdictOf({ kind: 'status', is: 200 }, { statusCode: null })).toMatch(/^unknown/);
  });
});

describe('a value of the response', () => {
  test.each([
    ['$.id', '"ord_1"', 'passed: "ord_1"'],
    ['$.id', '"ord_\\u0031"', 'passed: "ord_1"'],
    ['$.id', '"ord_2"', 'failed: "ord_1"'],
    ['$.total', '12345678901234567890', 'passed: 12345678901234567890'],
    ['$.total', '12345678901234567891', 'failed: 12345678901234567890'],
    ['$.rate', '1', 'passed: 1.0'],
    ['$.rate', '10e-1', 'passed: 1.0'],
    ['$.none', 'null', 'passed: null'],
    ['$.items[*].ok', 'true', 'passed: 2 values, all as expected'],
    ['$.items', '[{"ok":true},{"ok":true}]', 'passed: [{"ok":true},{"ok":true}]'],
    ['$.missing', '1', 'failed: nothing is there'],
    [
      '$.a[',
      '1',
      'unknown: the path can’t be read: A bracket holds an index, * or a name in quotes: [0], [*], ["a name"]',
    ],
    ['$.id', 'ord_1', 'unknown: the expected value is no JSON'],
  ])('%s equals %s: %s', (path, json, wanted) => {
    expect(verdictOf(value(path, json))).toBe(wanted);
  });

  test('equals by structure: the order of members does not matter', () => {
    const response = { text: '{"b": [1, {"y": 2, "x": "é"}], "a": -0.50}' };
    expect(verdictOf(value('$', '{"a":-5e-1,"b":[1,{"x":"\\u00e9","y":2}]}'), { response })).toMatch(
      /^passed/,
    );
    expect(verdictOf(value('$', '{"a":-5e-1,"b":[{"x":"é","y":2},1]}'), { response })).toMatch(/^failed/);
  });

  test('matches by its characters when it is a string, and by its spelling otherwise', () => {
    expect(verdictOf({ kind: 'json-matches', path: '$.id', pattern: '^ord_\\d$' })).toBe('passed: "ord_1"');
    expect(verdictOf({ kind: 'json-matches', path: '$.total', pattern: '^\\d{20}$' })).toMatch(/^passed/);
    expect(verdictOf({ kind: 'json-matches', path: '$.id', pattern: '^inv' })).toBe('failed: "ord_1"');
    expect(verdictOf({ kind: 'json-matches', path: '$.id', pattern: '(' })).toMatch(/^unknown: This is no/);
  });

  test('is not matched when it is longer than a pattern is tried on', () => {
    const response = { text: JSON.stringify('a'.repeat(70_000)) };
    expect(verdictOf({ kind: 'json-matches', path: '$', pattern: 'a' }, { response })).toBe(
      'unknown: a text of more than 65,536 characters',
    );
  });

  test('is there or is not', () => {
    expect(verdictOf({ kind: 'json-exists', path: '$.none' })).toBe('passed: null');
    expect(verdictOf({ kind: 'json-exists', path: '$.missing' })).toBe('failed: nothing is there');
    expect(verdictOf({ kind: 'json-absent', path: '$.missing' })).toBe('passed: nothing is there');
    expect(verdictOf({ kind: 'json-absent', path: '$..ok' })).toBe('failed: true');
  });

  test('of a response that is no JSON, or was not kept', () => {
    expect(verdictOf({ kind: 'json-exists', path: '$' }, { response: { text: 'oops' } })).toBe(
      'failed: the response is no JSON',
    );
    expect(verdictOf({ kind: 'json-absent', path: '$.a' }, { response: { missing: 'not kept' } })).toBe(
      'unknown: not kept',
    );
  });
});

test('a duration is compared when the REPORT line tells it, and not known otherwise', () => {
  expect(verdictOf({ kind: 'duration', atMostMs: 12.5 })).toBe('passed: 12.5 ms');
  expect(verdictOf({ kind: 'duration', atMostMs: 12 })).toBe('failed: 12.5 ms');
  expect(verdictOf({ kind: 'duration', atMostMs: 12 }, { durationMs: null })).toMatch(/^unknown: no REPORT/);
});

test('a text is in the log or not; what a cut log does not show is not known', () => {
  const cut = { log: { text: 'REPORT', isCut: true } };
  expect(verdictOf({ kind: 'log-contains', text: 'charged 12' })).toMatch(/^passed/);
  expect(verdictOf({ kind: 'log-contains', text: 'refund' })).toMatch(/^failed/);
  expect(verdictOf({ kind: 'log-lacks', text: 'refund' })).toMatch(/^passed/);
  expect(verdictOf({ kind: 'log-lacks', text: 'charged' })).toMatch(/^failed/);
  expect(verdictOf({ kind: 'log-contains', text: 'refund' }, cut)).toMatch(/^unknown/);
  expect(verdictOf({ kind: 'log-lacks', text: 'refund' }, cut)).toMatch(/^unknown/);
  expect(verdictOf({ kind: 'log-lacks', text: 'REPORT' }, cut)).toMatch(/^failed/);
});

test('what a later version wrote is neither held nor failed', () => {
  const source = { kind: 'cold-start', is: false };
  expect(verdictOf({ kind: 'not-understood', source })).toBe('unknown: this version does not know it');
});
