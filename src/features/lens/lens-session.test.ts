import { expect, test, vi } from 'vitest';
import { findDocuments } from '../../documents/lens/find-documents.ts';
import { applyParts } from '../../documents/lens/write-document.ts';
import { LensSession, type LensView } from './lens-session.ts';

interface Opened {
  session: LensSession;
  view: () => LensView;
  outer: () => string;
  /** The outer text as another hand changes it. */
  change: (text: string) => Promise<void>;
  pending: Set<() => Promise<void>>;
}

/** The first document inside a text, open on both sides as the page has it. */
async function open(initial: string): Promise<Opened> {
  let text = initial;
  let view: LensView | undefined;
  const pending = new Set<() => Promise<void>>();
  const address = findDocuments(initial).places[0]?.address ?? [];
  const session = new LensSession({
    address,
    outer: {
      read: () => text,
      apply(parts) {
        text = applyParts(text, parts);
        void session.outerChanged(text);
      },
    },
    onView: (next) => {
      view = next;
    },
    onPending(settle) {
      pending.add(settle);
      return () => void pending.delete(settle);
    },
  });
  const change = async (next: string): Promise<void> => {
    text = next;
    await session.outerChanged(next);
  };
  await change(initial);
  const seen = (): LensView => {
    if (view === undefined) throw new Error('Nothing was shown yet.');
    return view;
  };
  return { session, view: seen, outer: () => text, change, pending };
}

test('what is typed is in the outer text a moment later, and is no news here', async () => {
  const { session, view, outer } = await open('{ "n":1.10,"a":"[1]" }');
  const { revision } = view();
  expect(view().text).toBe('[\n  1\n]');
  session.edit('[\n  1,\n  2.0\n]');
  await expect.poll(outer).toBe('{ "n":1.10,"a":"[1,2.0]" }');
  expect(view().revision).toBe(revision);
});

test('who sends can wait for what was typed a moment ago', async () => {
  const { session, outer, pending } = await open('{"a":"[1]"}');
  session.edit('[2]');
  expect(outer()).toBe('{"a":"[1]"}');
  await Promise.all([...pending].map(async (settle) => settle()));
  expect(outer()).toBe('{"a":"[2]"}');
  expect(pending.size).toBe(0);
});

test('what was typed just before the document is closed still goes out', async () => {
  const { session, outer } = await open('{"a":"[1]"}');
  session.edit('[3]');
  session.dispose();
  await expect.poll(outer).toBe('{"a":"[3]"}');
});

test('an edit and another one outside of the string at the same time are both kept', async () => {
  const { session, outer, change } = await open('{"a":"[1]","b":1}');
  session.edit('[2]');
  const settled = session.settle();
  await change('{"b":2,"a":"[1]"}');
  await settled;
  expect(outer()).toBe('{"b":2,"a":"[2]"}');
});

test('a change of the string in the outer text is shown here', async () => {
  const { view, change } = await open('{"a":"[1]"}');
  const { revision } = view();
  await change('{"a":"[7]"}');
  expect(view().text).toBe('[\n  7\n]');
  expect(view().revision).not.toBe(revision);
});

test('when its place is gone, that is said and the text stays; it comes back with its place', async () => {
  const { view, change } = await open('{"a":"[1]"}');
  await change('{"b":1}');
  expect(view()).toMatchObject({ problem: { reason: 'gone', level: 0 }, text: '[\n  1\n]' });
  await change('{"a":');
  expect(view()).toMatchObject({ problem: { reason: 'no-json' }, text: '[\n  1\n]' });
  await change('{"a":"[1]"}');
  expect(view()).toMatchObject({ problem: null, text: '[\n  1\n]' });
});

test('what could not be written while its place was gone is written when it is back', async () => {
  const { session, view, outer, change } = await open('{"a":"[1]"}');
  session.edit('[5]');
  await change('{"b":1}');
  await session.settle();
  expect(view().problem).toMatchObject({ reason: 'gone' });
  await change('{"a":"[1]"}');
  await expect.poll(outer).toBe('{"a":"[5]"}');
});

test('JSON that is broken for a moment is written as it is typed, and the fault is named', async () => {
  const { session, view, outer } = await open('{"a":"[1]"}');
  session.edit('[\n  1,\n]');
  await session.settle();
  expect(outer()).toBe(String.raw`{"a":"[\n  1,\n]"}`);
  expect(view().fault).toMatchObject({ line: 2, column: 4 });
  session.edit('[\n  1\n]');
  await session.settle();
  expect(outer()).toBe('{"a":"[1]"}');
  expect(view().fault).toBeNull();
});

test('what is typed while an edit is being made outside is waited for too', async () => {
  let text = '{"a":"[1]"}';
  const pending = new Set<() => Promise<void>>();
  let goOn = (): void => undefined;
  const session = new LensSession({
    address: findDocuments(text).places[0]?.address ?? [],
    outer: {
      read: () => text,
      async apply(parts) {
        text = applyParts(text, parts);
        await new Promise<void>((resolve) => (goOn = resolve));
      },
    },
    onView: () => undefined,
    onPending(settle) {
      pending.add(settle);
      return () => void pending.delete(settle);
    },
  });
  await session.outerChanged(text);
  session.edit('[2]');
  const settled = session.settle();
  await expect.poll(() => text).toBe('{"a":"[2]"}');
  session.edit('[3]');
  goOn();
  await settled;
  expect(pending.size).toBe(1);
  const last = session.settle();
  await expect.poll(() => text).toBe('{"a":"[3]"}');
  goOn();
  await last;
  expect(pending.size).toBe(0);
});

test('a large text is worked on beside the page', async () => {
  const filler = 'x'.repeat(200_000);
  const { session, view, outer } = await open(JSON.stringify({ a: '{"b":1}', filler }));
  expect(view().text).toContain('"b": 1');
  session.edit('{"b":2}');
  await session.settle();
  expect(outer()).toBe(JSON.stringify({ a: '{"b":2}', filler }));
});

test('a large document is written at a longer pause while its JSON is broken, and at once for who sends', async () => {
  const rows = JSON.stringify(Array.from({ length: 20_000 }, (_, row) => `row ${row}`));
  const { session, view, outer, pending } = await open(JSON.stringify({ a: rows }));
  session.edit(`1${view().text}`);
  await session.settle();
  const broken = outer();
  expect(view().fault).not.toBeNull();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    session.edit(`12${view().text}`);
    vi.advanceTimersByTime(999);
    expect(pending.size).toBe(1);
    expect(vi.getTimerCount()).toBe(1);
  } finally {
    vi.useRealTimers();
  }
  expect(outer()).toBe(broken);
  await Promise.all([...pending].map(async (settle) => settle()));
  expect(outer()).toBe(broken.replace('"1[', '"12['));
});
