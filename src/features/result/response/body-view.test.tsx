import { useState } from 'react';
import { flushSync } from 'react-dom';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../ui/base.css';
import { BodyView } from './body-view.tsx';
import './response-view.css';
import { atOnceBytes } from './response-body.ts';
import type { ViewId } from './response-views.ts';

const large = (word: string): Uint8Array => new TextEncoder().encode(`${word}\n`.repeat(atOnceBytes / 4));

/** Of a height of its own: only the rows in sight are drawn. */
function Shown({ word }: { word: string }) {
  const [view, onView] = useState<ViewId | null>(null);
  const look = { view, onView, isFinding: false, onFind: () => undefined };
  return (
    <div className="response-view" style={{ blockSize: 400 }}>
      <BodyView bytes={bytesOf[word] ?? new Uint8Array()} fileName="response" wrapByDefault look={look} />
    </div>
  );
}

const bytesOf: Record<string, Uint8Array> = { before: large('before'), after: large('after') };

function Switching() {
  const [word, setWord] = useState('before');
  return (
    <>
      <button type="button" onClick={() => setWord('after')}>
        Next run
      </button>
      <Shown word={word} />
    </>
  );
}

test('a large body is never shown under the outcome of the next run', async () => {
  const screen = await render(<Switching />);
  await expect.element(page.getByRole('region', { name: 'Response text' })).toHaveTextContent('before');
  // What is on the screen together with the new outcome, before anything that is put off.
  const next = page.getByRole('button', { name: 'Next run' }).element() as HTMLElement;
  flushSync(() => next.click());
  expect(screen.container.textContent).not.toContain('before');
  await expect.element(page.getByRole('region', { name: 'Response text' })).toHaveTextContent('after');
});

test('the way of looking at a body stays from run to run', async () => {
  const screen = await render(<Shown word="before" />);
  await page.getByRole('radio', { name: 'Hex' }).click();
  await screen.rerender(<Shown word="after" />);
  await expect.element(page.getByRole('radio', { name: 'Hex' })).toBeChecked();
});

test('a stream that was followed stays at its end, and another view of it begins at its beginning', async () => {
  const json = new TextEncoder().encode(
    JSON.stringify(
      Array.from({ length: 200 }, (_none, n) => n),
      null,
      1,
    ),
  );
  function Followed() {
    const [view, onView] = useState<ViewId | null>(null);
    const look = { view, onView, isFinding: false, onFind: () => undefined };
    return (
      <div className="response-view" style={{ blockSize: 400 }}>
        <BodyView bytes={json} fileName="response" wrapByDefault look={look} followEnd />
      </div>
    );
  }
  await render(<Followed />);
  const scrolledTo = () => page.getByRole('region', { name: 'Response text' }).element().scrollTop;
  await expect.poll(scrolledTo).toBeGreaterThan(1_000);
  await page.getByRole('radio', { name: 'Raw' }).click();
  await expect.poll(scrolledTo).toBe(0);
  await page.getByRole('radio', { name: 'Pretty' }).click();
  await expect.poll(scrolledTo).toBe(0);
});
