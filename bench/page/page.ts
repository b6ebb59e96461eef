import { setTimeout as sleep } from 'node:timers/promises';
import type { Chromium, Params } from './chromium.ts';

/** One page, driven by what it can be told and asked. An element is named by an expression that gives it. */
export interface BenchPage {
  goto(url: string): Promise<void>;
  /** The value of an expression, promises awaited. */
  evaluate(expression: string): Promise<unknown>;
  /** Resolves when an expression holds. Looking for a text would go through the document on the measured thread. */
  until(expression: string, limit?: { atMostMs: number }): Promise<void>;
  /** What went before is not what is measured. */
  collectGarbage(): Promise<void>;
  press(element: string): Promise<void>;
  type(text: string): Promise<void>;
  setFile(element: string, file: string): Promise<void>;
}

export async function openPage(browser: Chromium): Promise<BenchPage> {
  const { targetId } = await browser.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    width: 1440,
    height: 900,
  });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, params?: Params) => browser.send(method, params, String(sessionId));
  await send('Page.enable');

  async function evaluate(expression: string): Promise<unknown> {
    const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (answer['exceptionDetails'])
      throw new Error(`${expression}: ${JSON.stringify(answer['exceptionDetails'])}`);
    return (answer['result'] as { value?: unknown }).value;
  }

  async function until(expression: string, { atMostMs } = { atMostMs: 120_000 }): Promise<void> {
    const stopAt = performance.now() + atMostMs;
    while (performance.now() < stopAt) {
      if (await evaluate(`Boolean(${expression})`)) return;
      await sleep(100);
    }
    throw new Error(`It never came true: ${expression}`);
  }

  return {
    evaluate,
    until,
    async goto(url) {
      const loaded = browser.once('Page.loadEventFired');
      await send('Page.navigate', { url });
      await loaded;
    },
    collectGarbage: async () => void (await send('HeapProfiler.collectGarbage')),
    async press(element) {
      await until(element);
      await evaluate(`${element}.click()`);
    },
    type: async (text) => void (await send('Input.insertText', { text })),
    async setFile(element, file) {
      const { result } = await send('Runtime.evaluate', { expression: element });
      await send('DOM.setFileInputFiles', {
        files: [file],
        objectId: (result as { objectId: string }).objectId,
      });
    },
  };
}
