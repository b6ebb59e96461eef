import type { StreamTimeline } from '../../../state/types.ts';

/** Bytes over time. All that it shows stands beside it in words. */
export function StreamGraph({ timeline: { points, bytes } }: { timeline: StreamTimeline }) {
  const firstMs = points[0]?.[0] ?? 0;
  const spanMs = Math.max(1, points.at(-1)?.[0] ?? 0);
  const x = (ms: number): string => ((ms / spanMs) * width).toFixed(1);
  const y = (count: number): string => (height - (count / Math.max(1, bytes)) * (height - 2)).toFixed(1);
  const steps = points.map(([ms, count]) => `H${x(ms)}V${y(count)}`).join('');
  return (
    <svg
      className="stream-graph"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path className="stream-graph-area" d={`M0,${height}${steps}H${width}V${height}Z`} />
      <path className="stream-graph-line" d={`M0,${height}${steps}H${width}`} />
      <path className="stream-graph-first" d={`M${x(firstMs)},0V${height}`} />
    </svg>
  );
}

const width = 1000;
const height = 40;
