import { afterEach, expect, test } from 'vitest';
import { focusPane } from './pane-focus.ts';

afterEach(() => document.body.replaceChildren());

test.each([
  ['true', 'History'],
  ['false', 'Presets'],
])('a pane whose tab was left goes on at the chosen one (History chosen: %s)', (history, focused) => {
  const presets = history === 'true' ? 'false' : 'true';
  document.body.innerHTML = `<div id="pane"><div role="tablist">
    <button role="tab" aria-selected="${presets}">Presets</button>
    <button role="tab" aria-selected="${history}">History</button>
  </div></div>`;
  const pane = document.querySelector<HTMLElement>('#pane');
  if (!pane) throw new Error('There is no pane.');
  focusPane(pane, pane.querySelector('button'));
  expect(document.activeElement?.textContent).toBe(focused);
});
