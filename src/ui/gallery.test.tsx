import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import './base.css';
import { DialogExample, Gallery } from './gallery.fixture.tsx';

afterEach(() => {
  delete document.documentElement.dataset['theme'];
});

for (const theme of ['dark', 'light'] as const) {
  for (const width of [1440, 390]) {
    test(`the whole kit has no axe violation in the ${theme} theme at ${width} pixels`, async () => {
      document.documentElement.dataset['theme'] = theme;
      await page.viewport(width, 900);
      await render(<Gallery theme={theme} />);
      await expect
        .poll(() => document.querySelector('[data-editor="ready"]'), { timeout: 50_000 })
        .not.toBeNull();
      expect(await violations()).toEqual([]);
    }, 60_000);
  }

  test(`a dialog has no axe violation in the ${theme} theme`, async () => {
    document.documentElement.dataset['theme'] = theme;
    await page.viewport(1440, 900);
    const screen = await render(<DialogExample />);
    await expect.element(screen.getByRole('dialog', { name: 'Save preset' })).toBeVisible();
    await expect.poll(() => document.querySelector('.dialog')?.getAnimations().length).toBe(0);
    expect(await violations()).toEqual([]);
  });
}

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`);
}
