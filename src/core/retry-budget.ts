import type { RetryClass } from './retry-class.ts';

/** Constants of the SDKs' standard mode 2.1. Delays in milliseconds. */
const bucketSize = 500;
const costs: Record<RetryClass, number> = { transient: 14, throttling: 5 };
const baseDelaysMs: Record<RetryClass, number> = { transient: 50, throttling: 1000 };
const longestBackOffMs = 20_000;
/** A server's wish to wait longer is followed this far beyond our own back-off. */
const hintGraceMs = 5000;

/** Tokens shared by all calls of a client: when many fail, retries stop before they make it worse. */
export class RetryBudget {
  /** What is left. */
  tokens: number;

  constructor(tokens = bucketSize) {
    this.tokens = tokens;
  }

  /** Pays for one retry; undefined when the budget does not reach. */
  spend(kind: RetryClass): number | undefined {
    const cost = costs[kind];
    if (this.tokens < cost) return undefined;
    this.tokens -= cost;
    return cost;
  }

  /** A success gives back what its last retry has cost, or 1. */
  refund(lastCost: number | undefined): void {
    this.tokens = Math.min(bucketSize, this.tokens + (lastCost ?? 1));
  }
}

export interface BackOff {
  kind: RetryClass;
  /** Retries made before this one. */
  retries: number;
  /** A number in [0, 1). */
  random: number;
  hintMs?: number | undefined;
}

/** Milliseconds to wait before the next attempt. */
export function backOffMs({ kind, retries, random, hintMs }: BackOff): number {
  const ownMs = Math.floor(random * Math.min(baseDelaysMs[kind] * 2 ** retries, longestBackOffMs));
  return hintMs === undefined ? ownMs : Math.max(ownMs, Math.min(hintMs, ownMs + hintGraceMs));
}

/** What an answer asks to wait, in milliseconds: Retry-After (seconds or a date) or x-amz-retry-after (milliseconds). */
export function retryHintMs(headers: Record<string, string> = {}, now: Date): number | undefined {
  const { 'retry-after': wished, 'x-amz-retry-after': wishedMs } = headers;
  const ms = wished
    ? Number(wished) * 1000 || Date.parse(wished) - now.getTime()
    : Number(wishedMs ?? Number.NaN);
  return Number.isNaN(ms) ? undefined : ms;
}
