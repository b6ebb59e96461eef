import type { Chromium, Params } from './chromium.ts';
import type { Ratio } from './report.ts';

/** A page as a person opens it for the first time. */
export interface ColdPage {
  url: string;
  /** CSS selector of what takes the keys of its editor; null for a page without one. */
  keys: string | null;
  /** CSS selector of what shows what was typed, where that is not the value of `keys`. */
  shown: string;
}

export interface ColdLoad {
  /** First contentful paint, in milliseconds since the navigation. */
  paintMs: number;
  /** The frame that showed the first text typed into the editor, likewise; null without an editor. */
  typedMs: number | null;
}

const rounds = 11;
const typed = 'zq';

/**
 * Opens each page once a round, in an order drawn for it, so that whatever slows the machine slows all of them. The
 * first round is for the browser to warm up by. Gives the median of each page.
 */
export async function measureCold<Name extends string>(
  browser: Chromium,
  pages: Readonly<Record<Name, ColdPage>>,
): Promise<Record<Name, ColdLoad>> {
  const names = Object.keys(pages) as Name[];
  const loads = new Map<Name, ColdLoad[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (const name of shuffled(names)) {
      const load = await loadCold(browser, pages[name]);
      if (round > 0) loads.get(name)?.push(load);
    }
  return Object.fromEntries([...loads].map(([name, all]) => [name, medians(all)])) as Record<Name, ColdLoad>;
}

export function coldRatios({
  ours,
  hello,
  graphiql,
}: Record<'ours' | 'hello' | 'graphiql', ColdLoad>): Ratio[] {
  const typing = { ours: ours.typedMs ?? NaN, other: graphiql.typedMs ?? NaN };
  return [
    { name: 'first paint, cold / React hello page', ours: ours.paintMs, other: hello.paintMs, atMost: 1 },
    { name: 'payload can be typed, cold / GraphiQL 5', ...typing, atMost: 0.2 },
  ];
}

/** In a browser context of its own: nothing is in a cache, no code has been compiled. */
async function loadCold(browser: Chromium, page: ColdPage): Promise<ColdLoad> {
  const { browserContextId } = await browser.send('Target.createBrowserContext');
  const { targetId } = await browser.send('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
    newWindow: true,
    width: 1440,
    height: 900,
  });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, params?: Params) => browser.send(method, params, String(sessionId));
  const stop = browser.on('Runtime.bindingCalled', () => void send('Input.insertText', { text: typed }));
  try {
    await send('Page.enable');
    await send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await send('Runtime.enable');
    await send('Runtime.addBinding', { name: 'benchType' });
    await send('Page.addScriptToEvaluateOnNewDocument', { source: watch(page) });
    const loaded = browser.once('Page.loadEventFired');
    await send('Page.navigate', { url: page.url });
    await loaded;
    const answer = await send('Runtime.evaluate', {
      expression: 'window.benchLoad',
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer['exceptionDetails']) throw new Error(`${page.url}: ${JSON.stringify(answer)}`);
    return (answer['result'] as { value: ColdLoad }).value;
  } finally {
    stop();
    await browser.send('Target.disposeBrowserContext', { browserContextId });
  }
}

/** Runs before the page's own scripts: has something typed as soon as there is an editor to type into. */
function watch({ keys, shown }: ColdPage): string {
  return `(() => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const until = async (holds) => {
      for (;;) {
        const at = await frame();
        if (holds()) return at;
      }
    };
    const paint = new Promise((resolve) => {
      new PerformanceObserver((list) => {
        const entry = list.getEntriesByName('first-contentful-paint')[0];
        if (entry) resolve(entry.startTime);
      }).observe({ type: 'paint', buffered: true });
    });
    const isFocused = () => {
      const box = document.querySelector(${JSON.stringify(keys)});
      box?.focus();
      return box !== null && document.activeElement === box;
    };
    const isShown = () =>
      [...document.querySelectorAll(${JSON.stringify(shown)})].some((one) => (one.value ?? one.textContent).includes('${typed}'));
    const type = async () => {
      await until(isFocused);
      window.benchType('');
      return until(isShown);
    };
    window.benchLoad = Promise.all([paint, ${keys === null ? 'null' : 'type()'}]).then(([paintMs, typedMs]) => ({ paintMs, typedMs }));
  })()`;
}

function medians(loads: readonly ColdLoad[]): ColdLoad {
  return {
    paintMs: median(loads.map(({ paintMs }) => paintMs)) ?? NaN,
    typedMs: median(loads.flatMap(({ typedMs }) => typedMs ?? [])),
  };
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
