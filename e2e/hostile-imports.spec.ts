import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Page } from 'playwright/test';
import { hostileCases, inOurNames } from '../tests/hostile-cases.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import { readEverythingStored } from './stored.ts';

/** What a case did: the words that the page showed for it, and how long they took to come. */
interface Shown {
  text: string;
  ms: number;
}

test('no hostile link sends, runs, keeps or replaces anything, and bombs end in time', async ({ page }) => {
  const sentinel = await watched(page);
  const before = await keptBy(page);
  const packed = [...hostileCases('container'), ...hostileCases('bomb')];
  const cases = [
    ...packed.map((one) => ({ ...one, input: `#p=1.${inOurContainer(one.input)}` })),
    ...behaviours(),
    { id: 'a later kind of link', input: '#p=9.AAAA', outcomes: ['reject'], withinMs: undefined },
  ];
  for (const { id, input, outcomes, withinMs } of cases) {
    let shown: Shown = { text: '', ms: Infinity };
    // The best of some tries: another program may have had the processor.
    for (let tries = 0; tries < 3 && shown.ms > (withinMs ?? 10_000); tries += 1)
      shown = await page.evaluate(openLink, input);
    const outcome = shown.text.includes('Open as draft') ? ['accept', 'confirm'] : ['reject'];
    expect(
      outcome.some((one) => outcomes.includes(one)),
      `${id}: ${shown.text}`,
    ).toBe(true);
    if (withinMs !== undefined) expect(shown.ms, id).toBeLessThanOrEqual(withinMs);
    if (id === 'link-endpoint-confusable') expect(shown.text).toMatch(/Function[^]*Region[^]*Payload/);
  }
  await sentinel.expectQuiet();
  expect(await keptBy(page)).toEqual(before);
});

test('no hostile file sends, runs or replaces anything, and each is kept or refused in words', async ({
  page,
}) => {
  const sentinel = await watched(page);
  const before = await keptBy(page);
  for (const { id, input, outcomes, withinMs } of hostileCases('json')) {
    const shown = await page.evaluate(dropFile, { name: `${id}.json`, text: inOurNames(input) });
    // What is no document of presets is the payload of a draft beside the others.
    const outcome = /imported$/m.test(shown.text) ? ['accept', 'confirm'] : ['reject'];
    expect(
      outcome.some((one) => outcomes.includes(one)),
      `${id}: ${shown.text}`,
    ).toBe(true);
    if (withinMs !== undefined) expect(shown.ms, id).toBeLessThanOrEqual(withinMs);
  }
  await sentinel.expectQuiet();
  const after = await keptBy(page);
  // Runs, favourites, connections and settings; `kv` says which drafts are open.
  const untouched = (places: typeof after) =>
    places.filter(([place]) => !/ (?:presets|presetBodies|drafts|kv)$/.test(place));
  expect(untouched(after)).toEqual(untouched(before));
  expect(JSON.stringify(after)).not.toMatch(/EXAMPLEKEY|AKIA|polluted|"readOnly"/);
});

/** Opens the console with a draft in it, and watches for what no link and no file may do from here on. */
async function watched(page: Page) {
  const invoked: string[] = [];
  await page.addInitScript(() => {
    window.alert = () => Object.assign(window, { pwned: true });
  });
  const consolePage = new ConsolePage(page);
  await consolePage.open();
  await consolePage.chooseFunction('hello');
  await consolePage.pastePayload('{"mine": 1}');
  await expect.poll(async () => JSON.stringify(await keptBy(page))).toMatch(/column.*mine/);
  const strange = () =>
    page.evaluate(() => document.querySelectorAll('img, iframe, a[href^="javascript:" i]').length);
  const strangeBefore = await strange();
  // The page fetches its own parts; a function is invoked by a POST, and at another origin.
  page.on('request', (request) => {
    const isOwn = request.method() === 'GET' && request.url().startsWith(new URL(page.url()).origin);
    if (!isOwn) invoked.push(`${request.method()} ${request.url()}`);
  });
  return {
    async expectQuiet() {
      expect(invoked).toEqual([]);
      const touched = await page.evaluate(() => [
        Reflect.get(window, 'pwned'),
        Reflect.get({}, 'polluted'),
        location.pathname + location.hash,
      ]);
      expect(touched).toEqual([undefined, undefined, '/']);
      expect(await strange()).toBe(strangeBefore);
      await expect(page.getByRole('button', { name: /^Connection.*Local/ })).toBeVisible();
      await page.getByRole('tablist', { name: 'Drafts' }).getByRole('tab').first().click();
      await expect(consolePage.functionBox).toHaveValue('hello');
      await expect(consolePage.editorFrame('Payload')).toContainText('{"mine": 1}');
    },
  };
}

/** All that is stored, but for what says which tabs are open. */
/** Without what the editor learns of the folder's presets of the draft's function, in an idle moment of any page. */
async function keptBy(page: Page) {
  const stored = await page.evaluate(readEverythingStored);
  return stored.map(([place, text]): [string, string] => [
    place,
    place.endsWith(' kv') ? withoutLearned(text) : text,
  ]);
}

function withoutLearned(text: string): string {
  const [keys, values] = JSON.parse(text) as [string[], unknown[]];
  return JSON.stringify(keys.flatMap((key, at) => (key === 'learned:hello' ? [] : [[key, values[at]]])));
}

/** Runs in the page: goes to a fragment, waits for what is said of it, and puts it away. */
async function openLink(fragment: string): Promise<Shown> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const dialog = () => document.querySelector<HTMLElement>('[role="dialog"]');
  const toast = () => document.querySelector<HTMLElement>('.toaster-toast');
  const words = () => dialog()?.innerText ?? toast()?.innerText ?? '';
  const from = performance.now();
  location.hash = fragment;
  while (!/Open as draft|can’t be opened|names nothing/.test(words())) await frame();
  const shown = { text: words(), ms: performance.now() - from };
  const away = dialog()?.querySelectorAll('button') ?? toast()?.querySelectorAll('button') ?? [];
  for (const button of away) if (/Discard|Dismiss/.test(button.ariaLabel ?? button.innerText)) button.click();
  while (words() !== '') await frame();
  return shown;
}

/** Runs in the page: drops a file on it, waits for what is said of it, and puts that away. */
async function dropFile({ name, text }: { name: string; text: string }): Promise<Shown> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const words = () => document.querySelector<HTMLElement>('.toaster-list')?.innerText ?? '';
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  const from = performance.now();
  for (const type of ['dragenter', 'dragover', 'drop'])
    document
      .querySelector('main')
      ?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  while (words() === '') await frame();
  const shown = { text: words(), ms: performance.now() - from };
  for (const button of document.querySelectorAll<HTMLElement>('.toaster-toast button')) button.click();
  while (words() !== '') await frame();
  return shown;
}

/** The cases that are about addresses, as addresses of ours: a route has no place here, a document is `#p=1.`. */
function behaviours() {
  return hostileCases('link-behaviour').map((one) => {
    const { id, input } = one;
    const [, first, second] = /^#\/preset\?(?:profile=\w+&)?p=([^&]*)(?:&p=(.*))?$/.exec(input) ?? [];
    if (first === undefined) return one;
    const more = second === undefined ? '' : `&p=1.${inOurContainer(second)}`;
    const document = `#p=1.${inOurContainer(first)}${more}`;
    // No parameter stands beside the document: an address with a profile is refused whole.
    if (id === 'link-profile') return { ...one, input: `${document}&profile=prod`, outcomes: ['reject'] };
    return { ...one, input: document };
  });
}

/** The document in a container of the file, written in our names; what can't be opened stays. */
function inOurContainer(data: string): string {
  try {
    const packed = Buffer.from(data, 'base64url');
    if (packed.toString('base64url') !== data) return data;
    const bytes = inflateRawSync(packed, { maxOutputLength: 1_048_576 });
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    // Bytes behind the end are a case of their own.
    const junk = packed.toString('latin1').endsWith('JUNK') ? 'JUNK' : '';
    return Buffer.concat([deflateRawSync(mark + inOurNames(text)), Buffer.from(junk)]).toString('base64url');
  } catch {
    return data;
  }
}
