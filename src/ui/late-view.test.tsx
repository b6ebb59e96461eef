import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { latePart } from './late-part.ts';
import { LateView } from './late-view.tsx';

function Greeting({ name }: { name: string }) {
  return <p>Hello, {name}</p>;
}

test('code that does not come can be asked for again, and is fetched once', async () => {
  let calls = 0;
  const part = latePart<{ name: string }>(() => {
    calls += 1;
    return calls === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(Greeting);
  });
  await render(<LateView part={part} props={{ name: 'Ada' }} label="The greeting" />);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('Hello, Ada')).toBeVisible();
  expect(calls).toBe(2);
  await render(<LateView part={part} props={{ name: 'Bob' }} label="The greeting" />);
  expect(page.getByText('Hello, Bob').elements()).toHaveLength(1);
  expect(calls).toBe(2);
});

test('another part in the same place is never drawn with the one before', async () => {
  const greeting = latePart<{ name: string }>(() => Promise.resolve(Greeting));
  const list = latePart<{ items: string[] }>(() =>
    Promise.resolve(({ items }: { items: string[] }) => <p>{items.join(' and ')}</p>),
  );
  const shown = await render(<LateView part={greeting} props={{ name: 'Ada' }} label="The greeting" />);
  await expect.element(page.getByText('Hello, Ada')).toBeVisible();
  await shown.rerender(<LateView part={list} props={{ items: ['a', 'b'] }} label="The list" />);
  await expect.element(page.getByText('a and b')).toBeVisible();
  await shown.rerender(<LateView part={greeting} props={{ name: 'Bob' }} label="The greeting" />);
  await expect.element(page.getByText('Hello, Bob')).toBeVisible();
});
