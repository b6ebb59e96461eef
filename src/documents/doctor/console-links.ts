import { parseFunctionName } from '../../core/index.ts';
import { consoleHost } from '../console-hosts.ts';

export interface LinkedRun {
  region: string;
  functionName: string;
  startedAt: Date;
  endedAt: Date | null;
  executedVersion?: string | undefined;
  requestId?: string | undefined;
  /** The place of the log, where the answer or the configuration tells it. */
  logGroup?: string | undefined;
  logStream?: string | undefined;
  xrayTraceId?: string | undefined;
}

export interface ConsoleLink {
  kind: 'function' | 'log-group' | 'log-stream' | 'trace';
  label: string;
  url: string;
}

/** The pages of the AWS console that tell more of a run; none where the partition's console is not publicly known. */
export function consoleLinks(run: LinkedRun): ConsoleLink[] {
  const host = consoleHost(run.region);
  const name = functionOnly(run.functionName);
  if (host === undefined || name === undefined) return [];
  const page = (service: string, hash: string): string =>
    `https://${host}/${service}/home?region=${encodeURIComponent(run.region)}#${hash}`;
  const group = run.logGroup ?? `/aws/lambda/${name}`;
  const logs = `logsV2:log-groups/log-group/${hashPart(group)}`;
  const links: ConsoleLink[] = [
    { kind: 'function', label: 'Function', url: page('lambda', `/functions/${encodeURIComponent(name)}`) },
    {
      kind: 'log-group',
      label: 'Log at the time of this run',
      url: page('cloudwatch', `${logs}/log-events${eventsQuery(run)}`),
    },
    {
      kind: 'log-stream',
      label: run.logStream ? 'Log stream' : 'Log streams of that day',
      url: page('cloudwatch', `${logs}${streamPart(run)}`),
    },
  ];
  if (run.xrayTraceId !== undefined) {
    links.push({
      kind: 'trace',
      label: 'Trace',
      url: page('cloudwatch', `xray:traces/${encodeURIComponent(run.xrayTraceId)}`),
    });
  }
  return links;
}

/** Names of log groups and streams are escaped twice in the console's addresses, with `$` for the second `%`. */
function hashPart(text: string): string {
  return encodeURIComponent(encodeURIComponent(text)).replaceAll('%', '$');
}

/** Around the run by some minutes, as clocks differ and logs come late; only its lines when its id is known. */
function eventsQuery({ startedAt, endedAt, requestId }: LinkedRun): string {
  const start = startedAt.getTime() - aroundMs;
  const end = (endedAt ?? startedAt).getTime() + aroundMs;
  const filter = requestId === undefined ? [] : [['filterPattern', `"${requestId}"`]];
  return query([['start', String(start)], ['end', String(end)], ...filter]);
}

const aroundMs = 5 * 60_000;

/** A stream is named after its day (UTC) and version; the rest of its name only the log knows. */
function streamPart({ logStream, startedAt, executedVersion }: LinkedRun): string {
  if (logStream !== undefined) return `/log-events/${hashPart(logStream)}`;
  const day = startedAt.toISOString().slice(0, 10).replaceAll('-', '/');
  return query([
    ['logStreamNameFilter', executedVersion === undefined ? day : `${day}/[${executedVersion}]`],
  ]);
}

function query(pairs: readonly (readonly string[])[]): string {
  const text = pairs.map(([key = '', value = '']) => `${key}=${encodeURIComponent(value)}`).join('&');
  return encodeURIComponent(`?${text}`).replaceAll('%', '$');
}

function functionOnly(functionName: string): string | undefined {
  const parsed = parseFunctionName(functionName.trim());
  return parsed.ok ? parsed.name : undefined;
}
