import { photograph } from './picture.ts';
import type { Prepare } from './picture.ts';

/** The window of variables with an environment, and what it says of a payload. */
const states: Record<string, Prepare> = {
  variables: async ({ page, functionBox }) => {
    await functionBox.fill('echo');
    await functionBox.press('Escape');
    await page.keyboard.press('Shift+Alt+P');
    await page.keyboard.insertText('{"id": "{{uuid}}", "at": "{{now+1h|iso}}", "table": "{{env.table}}"}');
    await page.getByRole('button', { name: 'Turn on' }).click();
    const window = page.getByRole('dialog', { name: 'Variables' });
    await window.getByRole('switch', { name: 'Variables in this draft' }).click();
    await window.getByRole('button', { name: 'New environment' }).click();
    await window.getByRole('textbox', { name: 'Name 1' }).fill('table');
    await window.getByRole('textbox', { name: 'Value 1' }).fill('orders');
  },
};

photograph(states);
