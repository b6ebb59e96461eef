import { describe, expect, test } from 'vitest';
import { comparableJson, comparableLog, ignoredNames } from './compare-text.ts';

const ignored = ignoredNames(['requestId', 'timestamp', 'duration']);

describe('JSON to compare', () => {
  test('has a member a line, and numbers as they are spelled', () => {
    expect(comparableJson('{"a":1.0,"b":[1e400]}', ignored)).toBe(
      '{\n  "a": 1.0,\n  "b": [\n    1e400\n  ]\n}',
    );
  });

  test('leaves out the values of ignored names, however written and however deep', () => {
    const text =
      '{"RequestId":"x","in":[{"request_id":{"a":[1,{"b":2}]},"c":3}],"timestamp":[1,2],"d":"requestId"}';
    expect(JSON.parse(comparableJson(text, ignored))).toEqual({
      RequestId: '(ignored)',
      in: [{ request_id: '(ignored)', c: 3 }],
      timestamp: '(ignored)',
      d: 'requestId',
    });
  });

  test('is the text itself where it is no JSON', () => {
    expect(comparableJson('plain {', ignored)).toBe('plain {');
    expect(comparableJson('{"requestId":', ignored)).toBe('{"requestId":');
    expect(comparableJson('', ignored)).toBe('');
  });
});

describe('a log to compare', () => {
  const log = [
    'START RequestId: 7a-1 Version: 7',
    '2026-05-01T10:00:00.123Z\t7a-1\tINFO\ttook 12',
    '{"timestamp":"2026-05-01T10:00:00Z","requestId":"7a-1","message":"hi"}',
    'REPORT RequestId: 7a-1\tDuration: 12.25 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 70 MB',
  ].join('\n');

  test('has neither request id nor times nor measured numbers', () => {
    expect(comparableLog(log, { ignored, requestId: '7a-1' }).split('\n')).toEqual([
      'START RequestId: (ignored) Version: 7',
      '(ignored)\t(ignored)\tINFO\ttook 12',
      '{"timestamp":"(ignored)","requestId":"(ignored)","message":"hi"}',
      'REPORT RequestId: (ignored)\tDuration: (ignored) ms\tBilled Duration: (ignored) ms\tMemory Size: 128 MB\tMax Memory Used: (ignored) MB',
    ]);
  });

  test('stays as it is when nothing is ignored', () => {
    expect(comparableLog(log, { ignored: ignoredNames([]), requestId: '7a-1' })).toBe(log);
  });
});
