import { compareTargets, openCompare } from '../more-ways.ts';
import { photograph } from './picture.ts';
import type { Prepare } from './picture.ts';

/** Comparing: before, with differences, the log beside the other, and a side that can't be reached. */
const states: Record<string, Prepare> = {
  'compare-plan': async (console) => {
    await console.chooseFunction('greeting');
    await openCompare(console.page);
  },
  'compare-differs': async (console) => {
    await console.chooseFunction('greeting');
    await console.pastePayload('{"name": "Ada"}');
    const dialog = await openCompare(console.page);
    await compareTargets(dialog, { left: '1' });
    await dialog.getByRole('table', { name: 'Differences by path' }).waitFor();
    await dialog
      .getByRole('button', { name: /^Ignore \$/ })
      .first()
      .scrollIntoViewIfNeeded();
  },
  'compare-log': async (console) => {
    await console.chooseFunction('greeting');
    await console.pastePayload('{"name": "Ada"}');
    const dialog = await openCompare(console.page);
    await compareTargets(dialog, { left: '1' });
    await dialog.getByRole('tab', { name: 'Log' }).click();
    await dialog.getByText(/^[1-9]\d* places? differs?\./).waitFor();
  },
  'compare-missing': async (console) => {
    await console.chooseFunction('greeting');
    await console.pastePayload('{"name": "Ada"}');
    const dialog = await openCompare(console.page);
    await compareTargets(dialog, { left: 'no-such-alias' });
  },
};

photograph(states);
