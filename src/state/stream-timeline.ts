import type { StreamEvent } from '../core/index.ts';
import type { StreamTimeline } from './types.ts';

/** More than a graph of a few hundred pixels can show. */
const mostPoints = 240;

/** Sums a stream up; null before its first chunk. Of chunks that fall on one point the last counts. */
export function streamTimeline(events: readonly StreamEvent[]): StreamTimeline | null {
  const chunks = events.filter((event) => event.type === 'chunk');
  const [first] = chunks;
  if (!first) return null;
  const spanMs = Math.max(1, (chunks.at(-1)?.atMs ?? 0) - first.atMs);
  const points: [number, number][] = [];
  let bytes = 0;
  let slot = -1;
  for (const chunk of chunks) {
    bytes += chunk.bytes.length;
    const next = Math.floor(((chunk.atMs - first.atMs) / spanMs) * (mostPoints - 1));
    if (next === slot) points.pop();
    points.push([chunk.atMs, bytes]);
    slot = next;
  }
  return { chunks: chunks.length, bytes, points };
}
