/** A server that refuses a signature for its age is at least this far from our clock; SigV4 allows five minutes. */
const suspectMs = 4 * 60_000;
/** A server's word is not taken further: signatures far in the future would be good for a later theft. */
const furthestMs = 24 * 3_600_000;
const longestRoundTripMs = 15 * 60_000;

export interface TimedAnswer {
  headers: Record<string, string>;
  sentAt: Date;
  receivedAt: Date;
}

/** The server's clock minus ours, in milliseconds; undefined without a usable Date, or when it came from a cache. */
export function measureSkew({ headers, sentAt, receivedAt }: TimedAnswer): number | undefined {
  const serverMs = Date.parse(headers['date'] ?? '');
  const roundTripMs = receivedAt.getTime() - sentAt.getTime();
  if (Number.isNaN(serverMs) || headers['age'] !== undefined || roundTripMs > longestRoundTripMs)
    return undefined;
  return serverMs - (sentAt.getTime() + roundTripMs / 2);
}

/** The clock that signatures are dated by: ours, plus a correction that a server has made necessary. */
export interface SigningClock {
  now(): Date;
  /** Takes over a measured skew; false when it is small, absurd or known already, so that sending again is vain. */
  correct(skewMs: number): boolean;
}

export function createSigningClock(now: () => Date): SigningClock {
  let offsetMs = 0;
  return {
    now: () => new Date(now().getTime() + offsetMs),
    correct(skewMs) {
      const isNews = Math.abs(skewMs - offsetMs) >= suspectMs;
      if (!isNews || Math.abs(skewMs) > furthestMs) return false;
      offsetMs = skewMs;
      return true;
    },
  };
}

/** Error names that a wrong clock can cause. Source: service-error-classification of @smithy/core. */
export function isSkewCode(code: string | undefined, mode: 'safe' | 'standard' | 'off'): boolean {
  if (code === 'AccessDeniedException') return mode === 'standard';
  return code !== undefined && skewCodes.has(code);
}

const skewCodes = new Set([
  'AuthFailure',
  'InvalidSignatureException',
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
]);
