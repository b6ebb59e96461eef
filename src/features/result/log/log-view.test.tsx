import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import hostile from '../../../../tests/vectors/hostile.json' with { type: 'json' };
import { decodeLogTail, type LogTail } from '../../../core/index.ts';
import '../../../ui/base.css';
import { wholeLog } from './log-filter.ts';
import { LogView } from './log-view.tsx';

const tail = (text: string, more: Partial<LogTail> = {}): LogTail => ({
  base64: '',
  text,
  truncated: false,
  ...more,
});

async function show(log: LogTail): Promise<HTMLElement> {
  await page.viewport(700, 600);
  const { container } = await render(
    <div style={{ blockSize: 500 }}>
      <FilteredLog log={log} />
    </div>,
  );
  return container;
}

function FilteredLog({ log }: { log: LogTail }) {
  const [filter, onFilter] = useState(wholeLog);
  return <LogView {...{ log, filter, onFilter }} absence="" wrap zone="utc" />;
}

const rowTexts = () => [...document.querySelectorAll('.log-table-message')].map((row) => row.textContent);

describe('the log', () => {
  test('is rows of time, level and message that can be filtered by text and by level', async () => {
    await show(
      tail(
        'START RequestId: r Version: 3\n2026-11-22T12:34:56.100Z\tr\tINFO\tfirst\n' +
          '2026-11-22T12:34:56.142Z\tr\tWARN\tsecond\n',
      ),
    );
    expect(rowTexts()).toHaveLength(3);
    await expect.element(page.getByRole('cell', { name: '42', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Platform, 1 row' }).click();
    expect(rowTexts()).toEqual(['first', 'second']);
    await page.getByRole('searchbox', { name: 'Filter log' }).fill('SEC');
    expect(rowTexts()).toEqual(['second']);
    await expect.element(page.getByText('1 of 3')).toBeVisible();
    await page.getByRole('button', { name: 'ms', exact: true }).click();
    await expect.element(page.getByText('12:34:56.142')).toBeVisible();
  });

  test('folds stacks and JSON, which keeps its spelling', async () => {
    await show(
      tail(
        '2026-11-22T12:34:56.100Z\tr\tERROR\tError: no\n    at a (x.mjs:1:2)\n' +
          '{"level":"INFO","message":"hi","n":1.10,"n":1e400}\n',
      ),
    );
    const frame = page.getByText('at a (x.mjs:1:2)');
    await expect.element(frame).not.toBeVisible();
    await page.getByText('Stack · 1 line').click();
    await expect.element(frame).toBeVisible();
    await page.getByText('JSON', { exact: true }).click();
    await expect.element(page.getByText('1.10')).toBeVisible();
    await expect.element(page.getByText('1e400')).toBeVisible();
  });

  test('marks the row whose beginning was cut off', async () => {
    await show(tail('half a line\nwhole\n', { truncated: true }));
    await expect.element(page.getByText('Cut at 4 KB')).toBeVisible();
    expect(document.querySelector('[data-cut="true"]')?.textContent).toContain('half a line');
    expect(document.querySelectorAll('[data-cut="true"]')).toHaveLength(1);
  });

  test('of more rows than Lambda can send shows the rest when asked', async () => {
    await show(tail('x\n'.repeat(3_000)));
    expect(rowTexts()).toHaveLength(2_000);
    await page.getByRole('button', { name: 'Show 1000 more rows' }).click();
    expect(rowTexts()).toHaveLength(3_000);
  });
});

describe('a hostile log', () => {
  const pwned: string[] = [];
  const note = (event: SecurityPolicyViolationEvent) => pwned.push(event.violatedDirective);
  beforeEach(() => document.addEventListener('securitypolicyviolation', note));
  afterEach(() => document.removeEventListener('securitypolicyviolation', note));

  const cases = hostile.items.filter(({ kind }) => kind === 'log' || kind === 'log-result-base64');

  test.each(cases.map((item) => [item.id, item] as const))(
    '%s is text and nothing else',
    async (_id, item) => {
      const text = textOf(item);
      const log = item.kind === 'log' ? tail(text) : decodeLogTail(text);
      const title = document.title;
      const container = await show(log);
      const shown = container.textContent;
      expect(container.querySelectorAll('script, img, svg[onload], iframe, a')).toHaveLength(0);
      expect(document.title).toBe(title);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      expect(pwned).toEqual([]);
      for (const words of visibleWords[item.id] ?? []) expect(shown).toContain(words);
      expect(container.querySelector('[style*="color"]')).toBeNull();
    },
  );
});

/** What must stay in sight, whatever stands beside it. */
const visibleWords: Readonly<Record<string, readonly string[]>> = {
  'log-ansi-sgr': ['red', 'plain', 'bold'],
  'log-csi-clear': ['secret', 'nothing here'],
  'log-osc-title': ['after'],
  'log-osc52': ['after'],
  'log-osc8-js': ['click'],
  'log-unterminated-esc': ['abc'],
  'log-unterminated-osc': ['AAAA'],
  'log-nul': ['a', 'b'],
  'log-bidi': ['isAdmin', 'check later'],
  'log-img': ['<img src=x onerror=alert(1)>'],
  'log-json-lines': ['<b>x</b>', 'not json {'],
  'logb64-cut-utf8': ['log'],
};

interface HostileItem {
  input: unknown;
  generator?: { prefix?: string; unit?: string; count?: number; suffix?: string } | undefined;
}

function textOf({ input, generator }: HostileItem): string {
  if (typeof input === 'string') return input;
  const { prefix = '', unit = '', count = 0, suffix = '' } = generator ?? {};
  return prefix + unit.repeat(count) + suffix;
}
