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
    expect(rows[0]).toMatchObject({
      message: 'Invoke Error',
      stack: ['    at handler (/var/task/index.mjs:3:9)'],
    });
    expect(rows[1]?.level).toBeNull();
  });

  test('reads Python lines, with the traceback under its error', () => {
    const rows = logRows(
      '[INFO]\t2026-11-22T12:34:56.100Z\tid\tstored\n[ERROR] ValueError: no\nTraceback (most recent call last):\n\u00a0\u00a0File "a.py"',
    );
    expect(rows.map((row) => row.level)).toEqual(['info', 'error']);
    expect(rows[1]).toMatchObject({
      message: 'ValueError: no',
      stack: ['Traceback (most recent call last):', '\u00a0\u00a0File "a.py"'],
    });
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

  test('reads what the platform says of a time-out and of a process that ended', () => {
    const rows = logRows(
      '2024-04-14T01:17:35.426Z 8fc6f963 Task timed out after 3.05 seconds\n' +
        'RequestId: 8fc6f963 Error: Runtime exited with error: signal: killed\nRuntime.ExitError\n' +
        'INIT_REPORT Init Duration: 154.03 ms\tPhase: init\tStatus: error\tError Type: Runtime.ExitError\n' +
        'RESTORE_REPORT Restore Duration: 1236.04 ms Status: timeout\nXRAY TraceId: 1-6\tSegmentId: 1\tSampled: true',
    );
    expect(rows.map(({ kind, level }) => [kind, level])).toEqual([
      ['message', 'error'],
      ['message', 'error'],
      ['init', null],
      ['restore', null],
      ['xray', null],
    ]);
    expect(rows[0]).toMatchObject({ message: 'Task timed out after 3.05 seconds' });
    expect(rows[0]?.timeMs).toBe(Date.UTC(2024, 3, 14, 1, 17, 35, 426));
    expect(rows[1]?.message).toContain('\nRuntime.ExitError');
  });

  test('takes carriage returns inside of a message for its line ends, so that none overwrites another', () => {
    const rows = logRows(
      '2026-11-22T12:34:56.100Z\tid\tERROR\tError: no\r    at a (x.mjs:1:2)\r    at b (y.mjs:3:4)\nreal\rfake\r\n',
    );
    expect(rows.map(({ message, stack }) => [message, stack.length])).toEqual([
      ['Error: no', 2],
      ['real\nfake', 0],
    ]);
  });

  test('takes the object at the end of a message apart from it', () => {
    const text = '2026-11-22T12:34:56.100Z\tid\tERROR\tInvoke Error \t{"errorType":"Error","stack":["a"]}';
    expect(logRows(text)).toMatchObject([
      { message: 'Invoke Error', level: 'error', json: '{"errorType":"Error","stack":["a"]}' },
    ]);
    const noObject = '2026-11-22T12:34:56.100Z\tid\tINFO\tbraces {a} and {b}';
    expect(logRows(noObject)).toMatchObject([{ message: 'braces {a} and {b}', json: null }]);
  });

  test('loses nothing of a line that it does not know', () => {
    expect(logRows('cut mid-line\n\nlast').map((row) => row.message)).toEqual(['cut mid-line', '', 'last']);
  });
});
