import type { InvocationType } from '../core/index.ts';

/** Bytes of a payload that Lambda takes. Sources: the API's own refusal (413), and its model for Event. */
export function payloadLimitBytes(type: InvocationType): number {
  return type === 'Event' ? 1_048_576 : 6_291_456;
}

/** From this share on a payload is called large. */
const largeShare = 0.9;

export type Fullness = 'fits' | 'nearly full' | 'over';

export function fullness(size: number, limit: number): Fullness {
  if (size > limit) return 'over';
  return size >= limit * largeShare ? 'nearly full' : 'fits';
}
