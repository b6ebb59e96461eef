import type { PresetRun } from './run-preset.ts';

export interface ReportItem {
  name: string;
  functionName: string;
  qualifier: string;
  source: string;
  run: PresetRun;
}

export function hasPassed({ run }: ReportItem): boolean {
  return run.checks.every(({ verdict }) => verdict !== 'failed');
}

/** One line a preset, and one for each check that did not hold or is not known: foreign text can't move the cursor or colour the terminal. */
export function tableLine(item: ReportItem): string {
  const { run, name, functionName, qualifier } = item;
  const target = qualifier === '' ? functionName : `${functionName}:${qualifier}`;
  const sign = hasPassed(item) ? 'ok    ' : 'FAILED';
  const status = String(run.statusCode ?? '-').padStart(3);
  const line = `${sign}  ${status}  ${String(run.durationMs).padStart(6)} ms  ${target}  ${name}`;
  const told = run.checks.filter(({ verdict }) => verdict !== 'passed');
  return [line, ...told.map(({ name: check, message }) => `        ${check}: ${message}`)]
    .map(plain)
    .join('\n');
}

export function summaryLine(items: readonly ReportItem[]): string {
  const failed = items.filter((item) => !hasPassed(item)).length;
  return `${items.length} presets, ${items.length - failed} succeeded, ${failed} failed`;
}

export function jsonReport(items: readonly ReportItem[]): string {
  const presets = items.map(({ run, ...item }) => ({
    ...item,
    ok: run.checks.every(({ verdict }) => verdict !== 'failed'),
    ...run,
    checks: run.checks.map(({ name, verdict, message }) => ({
      name,
      ok: verdict === 'passed',
      verdict,
      message,
    })),
  }));
  const failed = presets.filter(({ ok }) => !ok).length;
  return `${JSON.stringify({ total: presets.length, failed, presets }, null, 2)}\n`;
}

/** One suite, one test case a preset, classed by its function; as the readers of most pipelines take it. */
export function junitReport(items: readonly ReportItem[]): string {
  const failed = items.filter((item) => !hasPassed(item)).length;
  const seconds = items.reduce((sum, { run }) => sum + run.durationMs, 0) / 1000;
  const counts = `tests="${items.length}" failures="${failed}" errors="0" skipped="0" time="${seconds}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `<testsuite name="presets" ${counts}>`,
    ...items.map(junitCase),
    '</testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function junitCase({ name, functionName, source, run }: ReportItem): string {
  const failures = run.checks
    .filter(({ verdict }) => verdict === 'failed')
    .map((check) => `<failure type="${xml(check.name)}" message="${xml(check.message)}"/>`);
  const unknown = run.checks.filter(({ verdict }) => verdict === 'unknown').map(({ message }) => message);
  const words = [...unknown, run.log].filter((part) => part !== '').join('\n');
  const log = words === '' ? '' : `<system-out>${xml(words)}</system-out>`;
  const attributes = `classname="${xml(functionName)}" name="${xml(name)}" file="${xml(source)}" time="${run.durationMs / 1000}"`;
  return `<testcase ${attributes}>${failures.join('')}${log}</testcase>`;
}

/** Escaped, and without the characters that XML 1.0 can't hold at all. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');
}
