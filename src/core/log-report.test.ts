import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import hostile from '../../tests/vectors/hostile.json';
import { parseLogReport } from './log-report.ts';

const id = '8fc6f963-411b-58b5-8483-a32130c0f45d';
const other = '00000000-0000-0000-0000-000000000000';

function hostileLog(itemId: string): string {
  const item = hostile.items.find((candidate) => candidate.id === itemId);
  if (typeof item?.input === 'string') return item.input;
  const generator = item?.generator as { prefix: string; unit: string; count: number; suffix: string };
  return generator.prefix + generator.unit.repeat(generator.count) + generator.suffix;
}

/** Any UTF-16 code units, halves of pairs included. */
const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

describe('the REPORT line of the text format', () => {
  it('gives every number of a cold start', () => {
    const line = `REPORT RequestId: ${id}\tDuration: 3.01 ms\tBilled Duration: 114 ms\tMemory Size: 128 MB\tMax Memory Used: 66 MB\tInit Duration: 110.10 ms\t\n`;
    expect(parseLogReport(line)).toEqual({
      requestId: id,
      durationMs: 3.01,
      billedDurationMs: 114,
      memorySizeMB: 128,
      maxMemoryUsedMB: 66,
      initDurationMs: 110.1,
    });
  });

  it('reads a SnapStart restore and does not take its billed duration for the billed duration', () => {
    const line = `REPORT RequestId: ${id}\tDuration: 1 ms\tBilled Duration: 184 ms\tRestore Duration: 398.97 ms\tBilled Restore Duration: 182 ms\t`;
    expect(parseLogReport(line)).toEqual({
      requestId: id,
      durationMs: 1,
      billedDurationMs: 184,
      restoreDurationMs: 398.97,
    });
  });

  it('reads status and error type of a run that died', () => {
    const line = `REPORT RequestId: ${id}\tDuration: 5 ms\tStatus: error\tError Type: Runtime.ExitError`;
    expect(parseLogReport(line)).toEqual({
      requestId: id,
      durationMs: 5,
      status: 'error',
      errorType: 'Runtime.ExitError',
    });
  });

  it('reads by key and not by position, with unknown pairs between', () => {
    const pairs = [
      'Duration: 7 ms',
      'Extension Duration: 99 ms',
      'Billed Duration: 8 ms',
      'Memory Size: 512 MB',
      'Max Memory Used: 9 MB',
      'Billed Restore Duration: 77 ms',
      'Mood: rather good',
    ];
    const expected = {
      requestId: id,
      durationMs: 7,
      billedDurationMs: 8,
      memorySizeMB: 512,
      maxMemoryUsedMB: 9,
    };
    fc.assert(
      fc.property(fc.shuffledSubarray(pairs, { minLength: pairs.length }), (order) => {
        expect(parseLogReport(`REPORT RequestId: ${id}\t${order.join('\t')}`)).toEqual(expected);
      }),
    );
  });

  it.each(['   ', '  ', ' '])('reads a copy whose tabs became %j', (gap) => {
    const line = [
      'REPORT RequestId: x',
      'Duration: 1.5 ms',
      'Billed Duration: 2 ms',
      'Max Memory Used: 3 MB',
      'Status: timeout',
    ];
    expect(parseLogReport(line.join(gap))).toEqual({
      requestId: 'x',
      durationMs: 1.5,
      billedDurationMs: 2,
      maxMemoryUsedMB: 3,
      status: 'timeout',
    });
  });

  it.each([
    [
      'appended to the line',
      `REPORT RequestId: ${id}\tDuration: 1 ms\tXRAY TraceId: 1-61c86fa4-59b3\tSegmentId: 107e\tSampled: true`,
    ],
    [
      'on the next line',
      `REPORT RequestId: ${id}\tDuration: 1 ms\t\nXRAY TraceId: 1-61c86fa4-59b3\tSegmentId: 107e\tSampled: true\n`,
    ],
  ])('finds the X-Ray trace id %s', (_where, log) => {
    expect(parseLogReport(log)).toEqual({ requestId: id, durationMs: 1, xrayTraceId: '1-61c86fa4-59b3' });
  });

  it('leaves out what is no plain finite number of its unit', () => {
    expect(parseLogReport(hostileLog('log-report-nan'))).toEqual({ requestId: 'a' });
    expect(parseLogReport('REPORT RequestId: a\tDuration: 3 s\tMemory Size: 0x10 MB')).toEqual({
      requestId: 'a',
    });
    expect(parseLogReport(`REPORT RequestId: a\tDuration: ${'9'.repeat(400)} ms`)).toEqual({
      requestId: 'a',
    });
  });
});

describe('the platform.report event of the JSON format', () => {
  const event = (requestId: string, durationMs: unknown): string =>
    JSON.stringify({
      time: '2026-10-08T07:30:41.076Z',
      type: 'platform.report',
      record: {
        requestId,
        metrics: {
          durationMs,
          billedDurationMs: 1698,
          memorySizeMB: 256,
          maxMemoryUsedMB: 123,
          initDurationMs: 463.512,
        },
        tracing: { spanId: 's', type: 'X-Amzn-Trace-Id', value: 'Root=1-5f8;Parent=9a;Sampled=1' },
        status: 'success',
      },
    });

  it('gives the same members as the text format', () => {
    expect(parseLogReport(`{"level":"INFO","message":"hi"}\n${event(id, 1233.96)}\n`, id)).toEqual({
      requestId: id,
      durationMs: 1233.96,
      billedDurationMs: 1698,
      memorySizeMB: 256,
      maxMemoryUsedMB: 123,
      initDurationMs: 463.512,
      status: 'success',
      xrayTraceId: '1-5f8',
    });
  });

  it('leaves out metrics that are no finite positive numbers', () => {
    expect(parseLogReport(event(id, '12'))).not.toHaveProperty('durationMs');
    expect(parseLogReport(event(id, -1))).not.toHaveProperty('durationMs');
  });

  it('passes lines that are cut or no JSON and changes no prototype', () => {
    expect(parseLogReport(hostileLog('log-json-lines'))).toEqual({ durationMs: 12.3 });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(parseLogReport(`"platform.report","record":{}}\n{"type":"platform.report","rec`)).toBeUndefined();
  });

  it('ignores a message that only mentions the event', () => {
    expect(parseLogReport('{"message":"\\"platform.report\\"","record":{}}')).toBeUndefined();
  });
});

describe('reports that a function printed itself', () => {
  it('ignores the report of another request id', () => {
    const log = hostileLog('log-forged-report');
    expect(parseLogReport(log, other)?.durationMs).toBe(1);
    expect(parseLogReport(log, id)).toBeUndefined();
  });

  it('takes the last report of the right id, which is the platform’s', () => {
    const log = `REPORT RequestId: ${id}\tDuration: 0.01 ms\nEND\nREPORT RequestId: ${id}\tDuration: 500 ms\n`;
    expect(parseLogReport(log, id)?.durationMs).toBe(500);
  });

  it('sees no line begin at a carriage return, which is how Node logs a line end', () => {
    expect(parseLogReport(`hello\rREPORT RequestId: ${id}\tDuration: 1 ms\n`, id)).toBeUndefined();
  });

  it('finds none in a log without one', () => {
    expect(parseLogReport(hostileLog('log-no-report'))).toBeUndefined();
    expect(parseLogReport('RESTORE_REPORT Restore Duration: 1 ms Status: timeout')).toBeUndefined();
    expect(
      parseLogReport('INIT_REPORT Init Duration: 154.03 ms\tPhase: init\tStatus: error'),
    ).toBeUndefined();
  });
});

describe('hostile logs', () => {
  it.each([
    ['tabs', `REPORT RequestId: ${'\t '.repeat(1_000_000)}!`],
    ['half a field', `REPORT RequestId: a${'\tDuration: '.repeat(200_000)}`],
    ['colons', `REPORT RequestId: a\tStatus: ${': '.repeat(1_000_000)}`],
    ['digits', `REPORT RequestId: a\tDuration: ${'1'.repeat(2_000_000)}! ms`],
    ['reports', 'REPORT RequestId: b\n'.repeat(100_000)],
    ['open braces', `{"platform.report"${'{"a":'.repeat(400_000)}`],
  ])('of 2 million %s are read in one pass: more would outlast the test', (_name, log) => {
    expect(parseLogReport(log, 'none')).toBeUndefined();
  });

  it('never throws, whatever the text', () => {
    const line = fc.oneof(
      anyText,
      fc.string().map((text) => `REPORT RequestId: ${text}`),
      fc.json().map((text) => `{"type":"platform.report","record":${text}}`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => void parseLogReport(lines.join('\n'), 'a')),
    );
  });
});
