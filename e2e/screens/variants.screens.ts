import type { ConsolePage } from '../console-page.ts';
import { photograph } from './picture.ts';
import type { Prepare } from './picture.ts';

const rows = Array.from({ length: 40 }, (_, index) => `ord_${8800 + index},${index}.50,${index % 3 === 0}`);

/** The window of variants: its values, what is wrong with them, and what came of them. */
const states: Record<string, Prepare> = {
  'variants-values': async (console) => {
    await withRows(console, rows);
  },
  'variants-problems': async (console) => {
    await withRows(console, rows);
    const window = console.page.getByRole('dialog', { name: 'Variants' });
    await window.getByLabel('Row 2, $.total').fill('4,50');
    await window.getByLabel('Type of column 2').selectOption('number');
    await window.getByLabel('Path of column 3').fill('$.expres');
    await window.getByText('4,50 is not a JSON number.').waitFor();
  },
  'variants-message': async (console) => {
    await withRows(console, rows);
    const window = console.page.getByRole('dialog', { name: 'Variants' });
    await window.getByRole('checkbox', { name: 'Row 2', exact: true }).check();
    await window.getByRole('button', { name: /^Delete/ }).click();
    await console.page.getByText('1 row deleted').last().waitFor();
  },
  'variants-results': async (console) => {
    await withRows(console, rows);
    const window = console.page.getByRole('dialog', { name: 'Variants' });
    await window.getByLabel('At once').selectOption('5');
    await window.getByRole('button', { name: 'Run 40 rows' }).click();
    await window.getByText('Every row had its turn.').waitFor();
    await window.getByLabel(/^Field of the response/).fill('$.event.total');
    await console.page.keyboard.press('Enter');
    await console.page.getByRole('button', { name: 'Expect $.event.total of row 3' }).focus();
  },
};

async function withRows({ page, ...console }: ConsolePage, lines: readonly string[]): Promise<void> {
  await console.functionBox.fill('echo');
  await console.functionBox.press('Escape');
  await page.keyboard.press('Shift+Alt+P');
  await page.keyboard.insertText('{"orderId": "x", "total": 0, "express": true}');
  await page.keyboard.press('Shift+Alt+U');
  const window = page.getByRole('dialog', { name: 'Variants' });
  await window.getByRole('button', { name: 'Paste rows' }).click();
  await window.getByLabel(/^CSV with paths/).fill(['$.orderId,$.total,$.express', ...lines].join('\n'));
  await window.getByRole('button', { name: 'Add rows' }).click();
  await window.getByLabel('Row 2, $.total').waitFor();
}

photograph(states);
