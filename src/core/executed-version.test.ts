import { describe, expect, it } from 'vitest';
import { findExecutedVersion, versionInLog } from './executed-version.ts';
import type { Asked } from './response-error.ts';

const id = '7d7f2b6e-2f6a-4a6b-9d57-0d9a5f0c1c11';
const base = { requestId: id, statusCode: 200 };

/** What is known of one call when its executed version is looked for. */
interface Clues extends Asked {
  header?: string;
  logText?: string;
  requestId?: string;
  statusCode: number;
}

function find({ header = '', logText, requestId = '', statusCode, ...asked }: Clues) {
  const headers = { 'x-amz-executed-version': header, 'x-amzn-requestid': requestId };
  return findExecutedVersion({ statusCode, headers, asked }, logText);
}

describe('findExecutedVersion', () => {
  it('prefers the header', () => {
    expect(
      find({
        ...base,
        header: '$LATEST',
        logText: `START RequestId: ${id} Version: 3`,
        qualifier: '4',
      }),
    ).toEqual({
      executedVersion: '$LATEST',
      executedVersionSource: 'header',
    });
  });

  it('reads the log when CORS hides the header', () => {
    expect(
      find({
        ...base,
        logText: `INIT_START x\nSTART RequestId: ${id} Version: 3\n`,
        qualifier: '4',
      }),
    ).toEqual({
      executedVersion: '3',
      executedVersionSource: 'log',
    });
  });

  it('reads nothing from the log of another request or of an unknown one', () => {
    const logText = 'START RequestId: 00000000-0000-0000-0000-000000000000 Version: 3\n';
    expect(find({ ...base, logText })).toEqual({});
    expect(find({ statusCode: 200, logText })).toEqual({});
  });

  it('takes a version number that was asked for and answered 200', () => {
    expect(find({ ...base, qualifier: '42' })).toEqual({
      executedVersion: '42',
      executedVersionSource: 'qualifier',
    });
  });

  it.each([
    ['an alias', { ...base, qualifier: 'live' }],
    ['$LATEST, which proves nothing by itself', { ...base, qualifier: '$LATEST' }],
    ['no qualifier', base],
    ['an Event', { ...base, qualifier: '4', invocationType: 'Event' as const, statusCode: 202 }],
    ['a DryRun', { ...base, qualifier: '4', invocationType: 'DryRun' as const, statusCode: 204 }],
    ['an answer other than 200', { ...base, qualifier: '4', statusCode: 202 }],
  ])('never guesses from %s', (_name, clues) => {
    expect(find(clues)).toEqual({});
  });
});

describe('versionInLog', () => {
  it.each([
    ['text', `START RequestId: ${id} Version: $LATEST\n`, '$LATEST'],
    ['Managed Instances', `START RequestId: ${id}\tVersion: 12\n`, '12'],
    ['carriage returns', `START RequestId: ${id} Version: 7\r\nEND\r\n`, '7'],
    [
      'JSON',
      `{"time":"t","type":"platform.start","record":{"requestId":"${id}","functionArn":"a","version":"5"}}`,
      '5',
    ],
  ])('finds it in %s', (_format, log, version) => {
    expect(versionInLog(log, id)).toBe(version);
  });

  it('takes the first line, which the function cannot have printed', () => {
    expect(versionInLog(`START RequestId: ${id} Version: 1\nSTART RequestId: ${id} Version: 99\n`, id)).toBe(
      '1',
    );
  });

  it.each([
    `START RequestId: ${id}`,
    `START RequestId: ${id} Version:`,
    `START RequestId: ${id} Version: <b>1</b>`,
    ` START RequestId: ${id} Version: 1`,
    `{"type":"platform.start","record":{"requestId":"${id}","version":1}}`,
    `{"type":"platform.report","x":"platform.start","record":{"requestId":"${id}","version":"1"}}`,
    `{"type":"platform.start","rec`,
  ])('finds none in %s', (line) => {
    expect(versionInLog(line, id)).toBeUndefined();
  });
});
