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

const platformFetch: FetchPort = (url, init) =>
  fetch(url, { ...init, body: init.body ? unshared(init.body) : null });

/** crypto.randomUUID exists in secure contexts only, getRandomValues everywhere. */
function randomUUID(): string {
  const native: { randomUUID?: () => string } = crypto;
  if (native.randomUUID) return native.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(31));
  // Each 0 and 1 becomes any digit, 8 one of 8, 9, a and b; 4 says that the rest is random.
  let index = 0;
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => {
    const random = (bytes[index++] ?? 0) & (digit === '8' ? 3 : 15);
    return (digit === '8' ? 8 + random : random).toString(16);
  });
}
