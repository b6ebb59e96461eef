import { platformRecord, textAt } from './json-object.ts';
import { readRequestId, type AnswerHead } from './response-error.ts';
import type { InvokeOutput } from './types.ts';

/**
 * Which version ran, and how that is known: the header, which CORS hides from pages, else the START line of the
 * same request id, else a version number that was asked for and answered 200. Never guessed: an alias or no
 * qualifier says nothing.
 */
export function findExecutedVersion(
  { statusCode, headers, asked }: AnswerHead,
  logText: string | undefined,
): Pick<InvokeOutput, 'executedVersion' | 'executedVersionSource'> {
  const header = headers['x-amz-executed-version'];
  if (header) return known(header, 'header');
  const requestId = readRequestId(headers);
  const logged = logText && requestId && versionInLog(logText, requestId);
  if (logged) return known(logged, 'log');
  const { qualifier = '', invocationType = 'RequestResponse' } = asked;
  const hasRun = invocationType === 'RequestResponse' && statusCode === 200;
  return hasRun && /^\d+$/.test(qualifier) ? known(qualifier, 'qualifier') : {};
}

function known(executedVersion: string, executedVersionSource: 'header' | 'log' | 'qualifier') {
  return { executedVersion, executedVersionSource };
}

const versionPattern = /^(?:\$LATEST(?:\.PUBLISHED)?|\d+)$/;

/** The platform writes START before the function can print anything of its own, so the first one counts. */
export function versionInLog(text: string, requestId: string): string | undefined {
  for (const line of text.split('\n')) {
    const version = versionInLine(line, requestId);
    if (version !== undefined && versionPattern.test(version)) return version;
  }
  return undefined;
}

function versionInLine(line: string, requestId: string): string | undefined {
  const [, id, version] = /^START RequestId: (\S+)[\t ]+Version:[\t ]+(\S+)/.exec(line) ?? [];
  if (id === requestId) return version;
  const record = platformRecord(line, 'platform.start');
  return textAt(record, 'requestId') === requestId ? textAt(record, 'version') : undefined;
}
