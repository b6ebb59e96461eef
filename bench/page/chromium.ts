import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumArgs, chromiumPath } from '../../tests/browser.ts';

export type Params = Record<string, unknown>;
type Listener = (params: Params) => void;

/**
 * A Chromium spoken to by its debugging pipe and nothing else. Test drivers watch the network, which copies every
 * request body on the thread that is measured here.
 */
export async function openChromium() {
  const profile = await mkdtemp(join(tmpdir(), 'bench-page-'));
  const args = ['--headless=new', '--remote-debugging-pipe', ...chromiumArgs, `--user-data-dir=${profile}`];
  const child = spawn(chromiumPath() ?? chromium.executablePath(), args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , output, input] = child.stdio;
  return {
    ...speak(output as NodeJS.WritableStream, input as NodeJS.ReadableStream),
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export type Chromium = Awaited<ReturnType<typeof openChromium>>;

interface Message {
  id?: number;
  result?: Params;
  error?: { message: string };
  method?: string;
  params?: Params;
}

/** Messages are JSON with a NUL after each. Source: the DevTools protocol, `--remote-debugging-pipe`. */
function speak(output: NodeJS.WritableStream, input: NodeJS.ReadableStream) {
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, Set<Listener>>();
  let lastId = 0;
  let rest = '';
  input.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) receive(JSON.parse(message) as Message);
  });

  function receive(message: Message): void {
    const { id, method, params = {} } = message;
    if (method !== undefined) for (const listener of listeners.get(method) ?? []) listener(params);
    if (id === undefined) return;
    waiting.get(id)?.(message);
    waiting.delete(id);
  }

  /** Returns how to stop listening. */
  function on(method: string, listener: Listener): () => void {
    const all = listeners.get(method) ?? new Set();
    listeners.set(method, all.add(listener));
    return () => void all.delete(listener);
  }

  return {
    on,
    once: (method: string): Promise<void> =>
      new Promise((resolve) => {
        const stop = on(method, () => {
          stop();
          resolve();
        });
      }),
    send(method: string, params: Params = {}, sessionId?: string): Promise<Params> {
      lastId += 1;
      const id = lastId;
      output.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ result = {}, error }) =>
          error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
        );
      });
    },
  };
}
