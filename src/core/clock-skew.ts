import { rememberLatest } from './latest.ts';

const minuteMs = 60_000;

/**
 * The server's clock minus ours, in milliseconds, by the middle of the round trip. Undefined without a usable Date,
 * when the answer came from a cache (Age), and when it took longer than 15 minutes.
 */
export function measureSkew(
  headers: Record<string, string>,
  sentAt: Date,
  receivedAt: Date,
): number | undefined {
  const sentMs = sentAt.getTime();
  const roundTripMs = receivedAt.getTime() - sentMs;
  const skewMs = parseDate(headers['date'] ?? '') - sentMs - roundTripMs / 2;
  return Number.isNaN(skewMs) || headers['age'] || roundTripMs > 15 * minuteMs ? undefined : skewMs;
}

/** A server says the same for a second. */
const parseDate = rememberLatest(Date.parse);

/** The clock that signatures are dated by: ours, plus a correction that a server has made necessary. */
export interface SigningClock {
  now(): Date;
  /**
   * Takes over a measured skew. False below 4 minutes of news (SigV4 allows 5), and beyond 24 hours: signatures
   * for a far future would be good for a later theft.
   */
  correct(skewMs: number): boolean;
}

export function createSigningClock(now: () => Date): SigningClock {
  let offsetMs = 0;
  return {
    now: () => new Date(now().getTime() + offsetMs),
    correct(skewMs) {
      if (Math.abs(skewMs - offsetMs) < 4 * minuteMs || Math.abs(skewMs) > 24 * 60 * minuteMs) return false;
      offsetMs = skewMs;
      return true;
    },
  };
}
