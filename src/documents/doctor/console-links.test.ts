import { expect, test } from 'vitest';
import { parseConsoleUrl } from '../console-url.ts';
import { consoleLinks, type LinkedRun } from './console-links.ts';

const run: LinkedRun = {
  region: 'eu-west-1',
  functionName: 'arn:aws:lambda:eu-west-1:111122223333:function:orders:live',
  startedAt: new Date('2026-11-22T10:00:00Z'),
  endedAt: new Date('2026-11-22T10:00:01Z'),
};
const urls = (given: Partial<LinkedRun> = {}) =>
  Object.fromEntries(consoleLinks({ ...run, ...given }).map(({ kind, url }) => [kind, url]));

test.each([
  ['eu-west-1', 'eu-west-1.console.aws.amazon.com'],
  ['cn-north-1', 'cn-north-1.console.amazonaws.cn'],
  ['us-gov-west-1', 'us-gov-west-1.console.amazonaws-us-gov.com'],
  ['eusc-de-east-1', 'eusc-de-east-1.console.amazonaws-eusc.eu'],
])('the console of %s is %s', (region, host) => {
  expect(urls({ region })['function']).toBe(`https://${host}/lambda/home?region=${region}#/functions/orders`);
});

test.each(['us-iso-east-1', 'us-isof-south-1', 'eu-isoe-west-1', 'x@evil.example/', ''])(
  'no console is made up for %s',
  (region) => {
    expect(consoleLinks({ ...run, region })).toEqual([]);
  },
);

test.each(['eu-west-1', 'cn-north-1', 'us-gov-west-1', 'eusc-de-east-1'])(
  'a link to a function of %s is one that can be pasted back',
  (region) => {
    const link = urls({ region })['function'] ?? '';
    expect(parseConsoleUrl(link)).toMatchObject({ functionName: 'orders', region });
    expect(parseConsoleUrl(link.replace(`?region=${region}`, ''))).toMatchObject({ region });
  },
);

test('the log is opened around the run, filtered by its request id', () => {
  const url = urls({ requestId: 'id-1' })['log-group'] ?? '';
  const [, group, hash] = /log-group\/([^/]+)\/log-events(.+)$/.exec(url) ?? [];
  expect(group).toBe('$252Faws$252Flambda$252Forders');
  const query = decodeURIComponent((hash ?? '').replaceAll('$', '%')).slice(1);
  expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
    start: String(run.startedAt.getTime() - 300_000),
    end: String(run.startedAt.getTime() + 301_000),
    filterPattern: '"id-1"',
  });
});

test('the stream is the one that is known, or those of the day and version', () => {
  expect(urls({ logGroup: '/custom', logStream: '2026/11/22/[3]ab' })['log-stream']).toContain(
    'log-group/$252Fcustom/log-events/2026$252F11$252F22$252F$255B3$255Dab',
  );
  expect(urls({ executedVersion: '3' })['log-stream']).toContain(
    'logStreamNameFilter$3D2026$252F11$252F22$252F$255B3$255D',
  );
});

test('a trace is linked where there is one', () => {
  expect(urls()['trace']).toBeUndefined();
  expect(urls({ xrayTraceId: '1-5e1b4151-1234' })['trace']).toMatch(/#xray:traces\/1-5e1b4151-1234$/);
});
