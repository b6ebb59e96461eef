import { platformRecord, textAt } from './json-object.ts';
import type { InvocationType, InvokeOutput } from './types.ts';

/** What is known of one call when its executed version is looked for. */
export interface VersionClues {
  /** X-Amz-Executed-Version; CORS hides it from pages. */
  header?: string | undefined;
  logText?: string | undefined;
  requestId?: string | undefined;
  /** The qualifier that was asked for, also when it came within the function name. */
  qualifier?: string | undefined;
  invocationType?: InvocationType | undefined;
  statusCode: number;
}

/**
 * Which version ran, and how that is known: the header, else the START line of the same request id, else a
 * version number that was asked for and answered 200. Never guessed: an alias or no qualifier says nothing.
 */
export function findExecutedVersion(
  clues: VersionClues,
): Pick<InvokeOutput, 'executedVersion' | 'executedVersionSource'> {
  const { header, logText, requestId } = clues;
  if (header) return known(header, 'header');
  const logged = logText && requestId && versionInLog(logText, requestId);
  if (logged) return known(logged, 'log');
  const { qualifier = '', invocationType = 'RequestResponse', statusCode } = clues;
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
