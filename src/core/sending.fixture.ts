import { createInvokeClient } from './client.ts';
import type { FetchPort, InvokeClientConfig } from './client-types.ts';

/** Keys of AWS's own documentation. */
export const exampleKeys = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
export const exampleSession = {
  ...exampleKeys,
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLE+token==',
};

export const noon = new Date('2026-11-22T12:34:56Z');

/** One request as it reached fetch. */
export interface Sent {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: Uint8Array;
  signal: AbortSignal;
}

export type Step =
  | {
      status: number;
      headers?: Record<string, string>;
      body?: BodyInit | null;
      errortype?: string | undefined;
    }
  | { throw: Error }
  | { hang: true }
  | ((request: Sent) => Response | Promise<Response>);

/** A fetch that plays the steps in order, the last one again and again, and keeps what was sent. */
export function playing(...steps: Step[]): { fetch: FetchPort; sent: Sent[] } {
  const sent: Sent[] = [];
  const fetch: FetchPort = async (url, { method, headers, body, signal }) => {
    const request = { url, method, headers: { ...headers }, body: body ?? new Uint8Array(0), signal };
    sent.push(request);
    const step = steps[Math.min(sent.length, steps.length) - 1] ?? { status: 200, body: '{}' };
    if (typeof step === 'function') return step(request);
    if ('throw' in step) throw step.throw;
    if ('hang' in step) return new Promise<Response>(() => undefined);
    return answer(step);
  };
  return { fetch, sent };
}

function answer({ status, headers, body, errortype }: Extract<Step, { status: number }>): Response {
  const isEmpty = status === 204 || status === 304;
  const content = body === undefined ? (status < 300 ? '{}' : '{"message":"m"}') : body;
  const named = errortype === undefined ? {} : { 'x-amzn-errortype': errortype };
  return new Response(isEmpty ? null : content, { status, headers: { ...named, ...headers } });
}

/** Hooks on a sleep that takes no time, and what it was asked for. */
export function noSleep(): { sleep: (ms: number) => Promise<void>; delaysMs: number[] } {
  const delaysMs: number[] = [];
  return {
    delaysMs,
    sleep: async (ms) => {
      delaysMs.push(ms);
    },
  };
}

/** A configuration that needs no network, no real clock and no real chance. */
export function configured(change: Partial<InvokeClientConfig> = {}): InvokeClientConfig {
  return {
    region: 'us-west-2',
    credentials: exampleKeys,
    now: () => noon,
    random: () => 1,
    sleep: noSleep().sleep,
    randomUUID: () => '11111111-2222-4333-8444-555555555555',
    ...change,
  };
}

export interface Deferred<T> {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (reason: unknown) => void;
}

/** Promise.withResolvers, which Node 20 has not. */
export function deferred<T = void>(): Deferred<T> {
  let settle: Omit<Deferred<T>, 'promise'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (!settle) throw new Error('A promise calls its executor at once.');
  return { promise, ...settle };
}

/** An answer whose head has come and whose body is fed by the test. */
export function openAnswer(status = 200, headers: Record<string, string> = {}) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const state = { isCancelled: false };
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
    },
    cancel: () => {
      state.isCancelled = true;
    },
  });
  return {
    state,
    response: new Response(body, { status, headers }),
    push: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
    pushBytes: (bytes: Uint8Array) => controller?.enqueue(bytes),
    close: () => controller?.close(),
    breakOff: () => controller?.error(new TypeError('network error')),
  };
}

/** A client whose calls are answered by these documents, or texts, one after the other. */
export function answering(...documents: unknown[]) {
  const bodies = documents.map((document) =>
    typeof document === 'string' ? document : JSON.stringify(document),
  );
  const { fetch, sent } = playing(...bodies.map((body) => ({ status: 200, body })));
  return { client: createInvokeClient(configured({ fetch })), sent };
}

/**
 * Takes the platform's timers of exactly `ms` milliseconds out of time's hands: they run when the test says so. So a
 * time-out comes in the phase that is tested, however busy the machine is.
 */
export function holdTimers(ms: number): { fire: () => void; restore: () => void } {
  const held: (() => void)[] = [];
  const setReal = globalThis.setTimeout;
  const setHeld = (run: () => void, delay?: number) => {
    if (delay !== ms) return setReal(run, delay);
    held.push(run);
    return setReal(() => undefined, 0);
  };
  globalThis.setTimeout = setHeld as typeof setTimeout;
  return {
    fire: () => {
      for (const run of held.splice(0)) run();
    },
    restore: () => {
      globalThis.setTimeout = setReal;
    },
  };
}

/** Resolves once `holds` returns true; asked again after everything that is due. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turns = 0; !holds(); turns += 1) {
    if (turns > 10_000) throw new Error('The condition was never met.');
    await new Promise((resolve) => setTimeout(resolve));
  }
}

export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
