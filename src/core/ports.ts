import { toHex } from './bytes.ts';
import { createHash, type Hash } from './hash.ts';
import { sleep } from './sleep.ts';
import type { FetchPort, InvokeClientConfig } from './client-types.ts';

/** Everything that the outside world supplies to a client. */
export interface Ports {
  /** Without a signal for a call that nobody can end: making one costs more than looking at it. */
  fetch: (url: string, init: FetchInit) => Promise<Response>;
  now: () => Date;
  randomUUID: () => string;
  random: () => number;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  hash: Hash;
}

type FetchInit = Omit<Parameters<FetchPort>[1], 'signal'> & { signal?: AbortSignal };

export function portsOf(config: InvokeClientConfig): Ports {
  const { fetch: port } = config;
  return {
    // Called without a receiver: a browser's own fetch refuses any other. A port that is given always has a signal.
    fetch: (url, init) =>
      port ? port(url, { signal: new AbortController().signal, ...init }) : fetch(url, init),
    now: config.now ?? (() => new Date()),
    randomUUID: config.randomUUID ?? randomUUID,
    random: config.random ?? Math.random,
    sleep: config.sleep ?? sleep,
    hash: createHash(config.sha256),
  };
}

/** Ids drawn ahead, after an empty text. */
let drawn: string[] = [];

/** crypto.randomUUID exists in secure contexts only. */
function randomUUID(): string {
  const next = drawn.pop();
  if (next) return next;
  drawn = drawIds();
  return randomUUID();
}

/** 32 at once: each by itself would be a tenth of what a call costs. */
function drawIds(): string[] {
  const digits = toHex(crypto.getRandomValues(new Uint8Array(16 * 32)));
  // 4 says that the rest is random, 8 that it is a UUID of RFC 9562.
  return digits.replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/g, ' $1-$2-4$3-8$4-$5').split(' ');
}
