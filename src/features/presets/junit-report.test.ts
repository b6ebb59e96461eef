import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileCases } from '../../../tests/hostile-cases.ts';
import { junitReport, type ReportItem } from '../../../server/presets/run/run-report.ts';

/** What `npm run presets -- run --junit` prints is read here by a parser of XML that pipelines trust: a browser's. */
function parsed(items: readonly ReportItem[]): Document {
  const document = new DOMParser().parseFromString(junitReport(items), 'application/xml');
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
  return document;
}

function item(text: string, verdicts: readonly ('passed' | 'failed' | 'unknown')[]): ReportItem {
  const checks = verdicts.map((verdict) => ({ name: text, verdict, message: text }));
  const run = { checks, statusCode: 200, executedVersion: '1', durationMs: 12, response: text, log: text };
  return { name: text, functionName: text, qualifier: '', source: text, run };
}

/** The text as XML 1.0 can hold it. */
const held = (text: string): string =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');

function expectHeld(document: Document, text: string): void {
  const cases = document.querySelectorAll('testsuites > testsuite > testcase');
  expect(cases).toHaveLength(1);
  const failure = cases[0]?.querySelector(':scope > failure');
  for (const name of ['name', 'classname', 'file']) expect(cases[0]?.getAttribute(name)).toBe(held(text));
  expect(failure?.getAttribute('message')).toBe(held(text));
  expect(cases[0]?.querySelectorAll('*')).toHaveLength(text === '' ? 1 : 2);
  expect(cases[0]?.querySelector('system-out')?.textContent ?? '').toBe(held(text));
}

const controls = Array.from({ length: 0xa0 }, (_none, code) => String.fromCharCode(code)).join('');

test.each([
  ['every control character', controls],
  ['what ends CDATA and comments', ']]> --> <!-- <![CDATA[ <?xml ?> &amp; &#0; &nope;'],
  ['quotes and attributes', `" ' = onload="x" />`],
  ['noncharacters and a lone surrogate', '\uFFFE\uFFFF\uD800 \u{1FFFF}'],
  ['an end of the report', '</testcase></testsuite></testsuites>'],
])('a report with %s is XML that says the same', (_what, text) => {
  expectHeld(parsed([item(text, ['failed'])]), text);
});

const names = hostileCases('field').filter(({ field }) => field === 'name');
test.each(names.map(({ id, input }) => [id, input] as const))(
  'hostile %s is XML that says the same',
  (_id, input) => {
    expectHeld(parsed([item(input, ['failed'])]), input);
  },
);

test('any text is XML that says the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) =>
      expectHeld(parsed([item(text, ['failed'])]), text),
    ),
    { numRuns: 100 },
  );
});

test('counts say what the cases are, and what is unknown fails nothing', () => {
  const document = parsed([item('a', ['passed']), item('b', ['failed', 'failed']), item('c', ['unknown'])]);
  for (const name of ['testsuites', 'testsuite']) {
    const suite = document.querySelector(name);
    const counts = ['tests', 'failures', 'errors', 'skipped'].map((one) => suite?.getAttribute(one));
    expect(counts).toEqual(['3', '1', '0', '0']);
    expect(Number(suite?.getAttribute('time'))).toBeCloseTo(0.036);
  }
  const failures = [...document.querySelectorAll('testcase')].map(
    (one) => one.querySelectorAll('failure').length,
  );
  expect(failures).toEqual([0, 2, 0]);
});
