import type { Attempt, FunctionConfiguration, InvokeError, Page, ReadResult } from '../core/index.ts';
import { clockDifference, clockWords } from '../documents/doctor/clock-difference.ts';
import { diagnoseAnswer } from '../documents/doctor/diagnose-answer.ts';
import type { Diagnosis, Fix } from '../documents/doctor/doctor-types.ts';
import type { DoctorPorts } from './doctor.ts';
import { keysOf } from './doctor.ts';
import type { Connection } from './types.ts';

/** The checks in the order in which they are made. */
export const checkNames = [
  'Network',
  'Endpoint',
  'Readable answers',
  'Clock',
  'Credentials',
  'Identity',
  'List functions',
  'Function',
  'Permission to invoke',
] as const;

/** One line of the check. `skipped`: something before it failed, so nothing was asked. */
export interface CheckLine {
  name: (typeof checkNames)[number];
  state: 'ok' | 'problem' | 'unknown' | 'skipped';
  detail: string;
  unknown?: string;
  fixes: readonly Fix[];
}

/** What is checked: a connection, and the function that a draft names. */
export interface CheckedTarget {
  connection: Connection;
  functionName: string;
  qualifier: string;
  ports: DoctorPorts;
}

export type Listed = ReadResult<Page<FunctionConfiguration>>;

export function okLine(name: CheckLine['name'], detail: string): CheckLine {
  return { name, state: 'ok', detail, fixes: [] };
}

export function unknownLine(name: CheckLine['name'], detail: string, unknown?: string): CheckLine {
  return { name, state: 'unknown', detail, ...(unknown === undefined ? {} : { unknown }), fixes: [] };
}

export function skippedLine(name: CheckLine['name']): CheckLine {
  return { name, state: 'skipped', detail: '', fixes: [] };
}

/** The lead to this very check is no fix here. */
export function problemLine(name: CheckLine['name'], diagnosis: Diagnosis): CheckLine {
  const { title, meaning, unknown } = diagnosis;
  const fixes = diagnosis.fixes.filter(({ kind }) => kind !== 'check');
  return {
    name,
    state: 'problem',
    detail: `${title}. ${meaning}`,
    ...(unknown === undefined ? {} : { unknown }),
    fixes,
  };
}

export function clockLine({ attempts, ...list }: Listed): CheckLine {
  const difference = clockDifference(attempts, list.ok ? undefined : list.error);
  if (difference === undefined) {
    return unknownLine(
      'Clock',
      'Signatures older than 5 minutes are refused.',
      'Whether this device’s clock is right: the endpoint does not share its Date with web pages.',
    );
  }
  if (Math.abs(difference) < 30_000) return okLine('Clock', 'It agrees with the endpoint’s.');
  const detail = `The clock of this device is ${clockWords(difference)}.`;
  if (Math.abs(difference) <= 240_000) return okLine('Clock', detail);
  const fixes: Fix[] = [{ kind: 'text', text: 'Let the system set its time from the network.' }];
  return { name: 'Clock', state: 'problem', detail, fixes };
}

export function listLine(target: CheckedTarget, list: Listed): CheckLine {
  if (!list.ok) {
    return { ...problemLine('List functions', diagnosisOf(target, list)), state: 'unknown' };
  }
  const { items, nextMarker } = list.value;
  const count = `${items.length}${nextMarker === undefined ? '' : ' or more'}`;
  return okLine('List functions', `${count} in ${target.connection.region}.`);
}

/** Nothing here may invoke, so this stays open. */
export const invokeLine: CheckLine = {
  name: 'Permission to invoke',
  state: 'unknown',
  detail: 'This check invokes nothing.',
  unknown:
    'Whether lambda:InvokeFunction is granted. An invoke of the type DryRun asks exactly that and runs nothing.',
  fixes: [{ kind: 'dry-run' }],
};

export function diagnosisOf(
  { connection, functionName, qualifier, ports }: CheckedTarget,
  { error, attempts }: { error: InvokeError; attempts: readonly Attempt[] },
  functions?: readonly string[],
): Diagnosis {
  const found = diagnoseAnswer({
    error,
    attempts,
    functionName: functionName.trim(),
    qualifier: qualifier.trim(),
    region: connection.region,
    accountId: connection.accountId,
    isAws: connection.kind === 'aws',
    functions,
    credentials: keysOf(connection, ports),
    now: ports.now(),
  });
  return (
    found ?? {
      layer: 'not-lambda',
      title: error.code ?? 'No usable answer',
      meaning: error.message,
      fixes: [],
    }
  );
}
