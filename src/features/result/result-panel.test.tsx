import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { answer, run } from '../../state/state.fixture.ts';
import '../../ui/base.css';
import { ResultPanel } from './result-panel.tsx';

const encoder = new TextEncoder();
const trace = [
  'Error: deep',
  ...Array.from({ length: 40 }, (_none, at) => `    at step${at} (a.mjs:${at}:1)`),
];
const payload = encoder.encode(JSON.stringify({ errorType: 'Error', errorMessage: 'deep', trace }));
const failed = run({
  outcome: 'function-error',
  result: answer({ functionError: 'Unhandled', payload }),
});

test('a chosen view is brought into sight below an error that is longer than the window', async () => {
  await render(
    <div style={{ blockSize: 400, inlineSize: 360 }}>
      <ResultPanel run={failed} count={1} wrap onStop={() => undefined} />
    </div>,
  );
  await page.getByRole('tab', { name: 'Headers' }).click();
  const box = document.querySelector('.result-panel')?.getBoundingClientRect();
  const panel = page.getByRole('tabpanel').element().getBoundingClientRect();
  expect(panel.top).toBeGreaterThanOrEqual(box?.top ?? Infinity);
  expect(panel.bottom).toBeLessThanOrEqual((box?.bottom ?? 0) + 1);
});
