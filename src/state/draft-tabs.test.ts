import { describe, expect, test } from 'vitest';
import { newDevice, openPage, storedNames } from './draft-page.fixture.ts';
import { newSharedText } from './state.fixture.ts';

describe('two browser tabs', () => {
  test('have drafts of their own', async () => {
    const device = newDevice();
    const one = openPage({ device, tab: newSharedText() });
    await one.restored;
    one.actions.update(one.state().activeId, { functionName: 'one' });
    one.flush();
    const other = openPage({ device, tab: newSharedText() });
    await other.restored;
    expect(other.names()).toEqual(['']);
  });

  test('one being a duplicate of the other, both keep the drafts and neither writes over the other', async () => {
    const device = newDevice();
    const tab = newSharedText();
    const original = openPage({ device, tab });
    await original.restored;
    original.actions.update(original.state().activeId, { functionName: 'shared' });
    original.flush();
    const copiedTab = newSharedText(Object.fromEntries(tab.map));
    const duplicate = openPage({ device, tab: copiedTab, patienceMs: 20 });
    await duplicate.restored;
    expect(duplicate.names()).toEqual(['shared']);
    duplicate.actions.update(duplicate.state().activeId, { functionName: 'changed' });
    duplicate.flush();
    original.crash();
    duplicate.crash();

    const again = openPage({ device, tab });
    await again.restored;
    expect(again.names()).toEqual(['shared']);
    const duplicateAgain = openPage({ device, tab: copiedTab });
    await duplicateAgain.restored;
    expect(duplicateAgain.names()).toEqual(['changed']);
  });

  test('keep their drafts to themselves, also where the browser is slow to lock them', async () => {
    const device = newDevice();
    const tab = newSharedText();
    const original = openPage({ device, tab });
    await original.restored;
    const copiedTab = newSharedText(Object.fromEntries(tab.map));
    const lockWithinMs = 100;
    const duplicate = openPage({ device, tab: copiedTab, patienceMs: 20, lockWithinMs });
    await duplicate.restored;
    duplicate.actions.update(duplicate.state().activeId, { functionName: 'still open' });
    duplicate.flush();
    const next = openPage({ device, tab: newSharedText() });
    await next.restored;
    expect(next.names()).toEqual(['']);
  });

  test('that were closed leave their drafts to the next one, and to one alone', async () => {
    const device = newDevice();
    for (const name of ['one', 'two']) {
      const page = openPage({ device, tab: newSharedText() });
      await page.restored;
      page.actions.open({ functionName: name });
      page.flush();
    }
    const closing = openPage({ device, tab: newSharedText() });
    await closing.restored;
    closing.actions.update(closing.state().activeId, { functionName: 'three' });
    closing.flush();
    closing.crash();
    const pages = [openPage({ device, tab: newSharedText() }), openPage({ device, tab: newSharedText() })];
    await Promise.all(pages.map(({ restored }) => restored));
    expect(pages.map((page) => page.names()).toSorted()).toEqual([[''], ['three']]);
  });

  test('leave no blank drafts behind', async () => {
    const device = newDevice();
    const page = openPage({ device, tab: newSharedText() });
    await page.restored;
    page.actions.open();
    page.actions.open({ functionName: 'kept' });
    page.flush();
    page.crash();
    const next = openPage({ device, tab: newSharedText() });
    await next.restored;
    expect(next.names()).toEqual(['kept']);
    expect(await storedNames(device)).toEqual(['kept']);
  });
});
