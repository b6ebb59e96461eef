import { unshared } from './bytes.ts';
import { defaultSha256 } from './hash.ts';
import { sleep } from './sleep.ts';
import type { FetchPort, HashConstructor, InvokeClientConfig } from './client-types.ts';

/** Everything that the outside world supplies to a client. */
export interface Ports {
  fetch: FetchPort;
  now: () => Date;
  randomUUID: () => string;
  random: () => number;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  sha256: HashConstructor;
}

export function portsOf(config: InvokeClientConfig): Ports {
  const send = config.fetch ?? platformFetch;
  return {
    // Called without a receiver: a browser's own fetch refuses any other.
    fetch: (url, init) => send(url, init),
    now: config.now ?? (() => new Date()),
    randomUUID: config.randomUUID ?? randomUUID,
    random: config.random ?? Math.random,
    sleep: config.sleep ?? sleep,
    sha256: config.sha256 ?? defaultSha256(),
  };
}

const platformFetch: FetchPort = (url, { body, ...init }) =>
  fetch(url, body === undefined ? init : { ...init, body: unshared(body) });

/** crypto.randomUUID exists in secure contexts only, getRandomValues everywhere. */
export function randomUUID(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte, index) => {
    const value = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  }).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
