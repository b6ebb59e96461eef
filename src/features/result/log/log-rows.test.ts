import { describe, expect, test } from 'vitest';
import { logRows } from './log-rows.ts';

describe('logRows', () => {
  test('reads the platform lines and the Node.js text format', () => {
    const rows = logRows(
      'START RequestId: 8fc6f963-411b-58b5-8483-a32130c0f45d Version: $LATEST\n' +
        '2026-11-22T12:34:56.100Z\t8fc6f963-411b\tWARN\tprice cache miss\n' +
        'END RequestId: 8fc6f963-411b\nREPORT RequestId: 8fc6f963-411b\tDuration: 3.01 ms\n',
    );
    expect(rows.map((row) => row.kind)).toEqual(['start', 'message', 'end', 'report']);
    expect(rows[1]).toMatchObject({
      level: 'warn',
      message: 'price cache miss',
      timeMs: Date.UTC(2026, 10, 22, 12, 34, 56, 100),
    });
  });

  test('keeps the stack of an error with its record', () => {
    const rows = logRows(
      '2026-11-22T12:34:56.100Z\tid\tERROR\tInvoke Error\n    at handler (/var/task/index.mjs:3:9)\nbare print',
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]?.message).toContain('index.mjs:3:9');
    expect(rows[1]?.level).toBeNull();
  });

  test('reads Python lines, with the traceback under its error', () => {
    const rows = logRows(
      '[INFO]\t2026-11-22T12:34:56.100Z\tid\tstored\n[ERROR] ValueError: no\nTraceback (most recent call last):\n\u00a0\u00a0File "a.py"',
    );
    expect(rows.map((row) => row.level)).toEqual(['info', 'error']);
    expect(rows[1]?.message.split('\n')).toHaveLength(3);
  });

  test('reads JSON lines and the platform records of the JSON format', () => {
    const rows = logRows(
      '{"time":"2026-10-08T07:30:41.076Z","type":"platform.start","record":{"requestId":"a","version":"3"}}\n' +
        '{"timestamp":"2026-10-08T07:30:41.176Z","level":"ERROR","message":"card refused","requestId":"a"}\n' +
        '{"not json',
    );
    expect(rows.map((row) => [row.kind, row.level, row.message])).toEqual([
      ['start', null, 'platform.start'],
      ['message', 'error', 'card refused'],
      ['message', null, '{"not json'],
    ]);
  });

  test('loses nothing of a line that it does not know', () => {
    expect(logRows('cut mid-line\n\nlast').map((row) => row.message)).toEqual(['cut mid-line', '', 'last']);
  });
});
