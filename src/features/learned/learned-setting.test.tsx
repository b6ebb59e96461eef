import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { createLearnedStore } from '../../state/learned-store.ts';
import { createMemoryStorage } from '../../state/storage-memory.ts';
import { LearnedSetting } from './learned-setting.tsx';

test('says what was learned of which function, and forgets one or all', async () => {
  const store = createLearnedStore({
    storage: Promise.resolve(createMemoryStorage()),
    now: () => new Date(),
  });
  const { actions } = store.getState();
  await actions.teach('orders', ['{"a":1}', '{"a":2}'], 'run');
  await actions.teach('billing', ['{}'], 'run');
  await actions.teach('mail', ['{}'], 'run');
  const chosen: boolean[] = [];
  const screen = await render(<LearnedSetting store={store} on onChange={(on) => chosen.push(on)} />);
  const rows = screen.getByRole('list', { name: 'Functions that were learned of' }).getByRole('listitem');
  await expect.element(rows.nth(2)).toHaveTextContent('orders2 examples');
  await screen.getByRole('button', { name: 'Forget what was learned of billing' }).click();
  await expect.element(rows.nth(2)).not.toBeInTheDocument();
  expect((await actions.list()).map(({ functionName }) => functionName)).toEqual(['mail', 'orders']);
  await screen.getByRole('button', { name: 'Forget all that was learned' }).click();
  await expect.element(screen.getByText('Nothing was learned yet.')).toBeVisible();
  await screen.getByRole('switch', { name: 'Learn the shape of payloads' }).click();
  expect(chosen).toEqual([false]);
});
