import { toHex } from './bytes.ts';
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
  return {
    // Called without a receiver: a browser's own fetch refuses any other.
    fetch: (url, init) => (config.fetch ?? fetch)(url, init),
    now: config.now ?? (() => new Date()),
    randomUUID: config.randomUUID ?? randomUUID,
    random: config.random ?? Math.random,
    sleep: config.sleep ?? sleep,
    sha256: config.sha256 ?? defaultSha256(),
  };
}

/**
 * Random bytes for 32 ids at once: drawing them for each call would be a tenth of what a call costs.
 * crypto.randomUUID, which draws for each, exists in secure contexts only.
 */
const drawn = new Uint8Array(16 * 32);
let used = drawn.length;

function randomUUID(): string {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn);
    used = 0;
  }
  const digits = toHex(drawn.subarray(used, (used += 16)));
  // 4 says that the rest is random, 8 that it is a UUID of RFC 9562.
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-');
}
