import { toHex, unshared } from './bytes.ts';
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

const platformFetch: FetchPort = (url, init) =>
  fetch(url, { ...init, body: init.body ? unshared(init.body) : null });

/** crypto.randomUUID exists in secure contexts only, getRandomValues everywhere. */
function randomUUID(): string {
  const native: { randomUUID?: () => string } = crypto;
  if (native.randomUUID) return native.randomUUID();
  const digits = toHex(crypto.getRandomValues(new Uint8Array(16)));
  // 4 says that the rest is random, 8 that it is a UUID of RFC 9562.
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-');
}
