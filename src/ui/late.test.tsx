import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { latePart } from './late-part.ts';
import { Late } from './late.tsx';

function Part({ word }: { word: string }) {
  return <p>{word}</p>;
}

test('nothing is loaded before it is asked for, and then it stays', async () => {
  const load = vi.fn(() => Promise.resolve(Part));
  const part = latePart(load);
  const onFailed = vi.fn();
  const late = (asked: boolean, word: string) => (
    <Late asked={asked} part={part} props={{ word }} onFailed={onFailed} />
  );
  const screen = await render(late(false, 'one'));
  expect(load).not.toHaveBeenCalled();
  await screen.rerender(late(true, 'one'));
  await expect.element(screen.getByText('one')).toBeVisible();
  await screen.rerender(late(false, 'two'));
  await expect.element(screen.getByText('two')).toBeVisible();
  expect(load).toHaveBeenCalledTimes(1);
  expect(onFailed).not.toHaveBeenCalled();
});

test('a failure is told, takes nothing else down, and the next time is another try', async () => {
  let answer: Promise<typeof Part> = Promise.reject(new Error('the server has gone'));
  const part = latePart(() => answer);
  const onFailed = vi.fn();
  const page = (asked: boolean) => (
    <>
      <p>the rest</p>
      <Late asked={asked} part={part} props={{ word: 'late' }} onFailed={onFailed} />
    </>
  );
  const screen = await render(page(true));
  await expect.poll(() => onFailed.mock.calls.length).toBe(1);
  await expect.element(screen.getByText('the rest')).toBeVisible();
  await screen.rerender(page(false));
  answer = Promise.resolve(Part);
  await screen.rerender(page(true));
  await expect.element(screen.getByText('late')).toBeVisible();
});

test('code that does not come leaves the rest of the page as it was', async () => {
  const load = vi.fn(() => Promise.reject<typeof Part>(new Error('The server has gone')));
  const screen = await render(
    <>
      <p>the rest</p>
      <Late part={latePart(load)} props={{ word: 'one' }} />
    </>,
  );
  await vi.waitFor(() => expect(load).toHaveBeenCalledOnce());
  await expect.element(screen.getByText('the rest')).toBeVisible();
  expect(screen.getByText('one').elements()).toEqual([]);
});
