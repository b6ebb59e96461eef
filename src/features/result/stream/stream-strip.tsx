import { Pause, Play } from 'lucide-react';
import type { Run, StreamTimeline } from '../../../state/types.ts';
import { Button } from '../../../ui/button.tsx';
import { formatBytes, formatMs } from '../../../ui/format-numbers.ts';
import { StreamGraph } from './stream-graph.tsx';
import './stream-strip.css';

export interface StreamStripProps {
  run: Run;
  /** The view stands still while the stream goes on. */
  isPaused: boolean;
  onPause: (isPaused: boolean) => void;
}

/** How the stream came: a graph of bytes over time and its numbers. */
export function StreamStrip({ run, isPaused, onPause }: StreamStripProps) {
  const { streamTimeline: timeline } = run;
  if (timeline === null) return null;
  const isRunning = run.outcome === null;
  return (
    <div className="stream-strip">
      <StreamGraph timeline={timeline} />
      <p className="stream-strip-facts tabular dim">
        {factsOf(timeline).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {(isRunning || isPaused) && (
        <Button
          size="small"
          variant="ghost"
          icon={isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
          onClick={() => onPause(!isPaused)}
        >
          {isPaused ? 'Resume view' : 'Pause view'}
        </Button>
      )}
    </div>
  );
}

function factsOf({ points, chunks, bytes }: StreamTimeline): string[] {
  const firstMs = points[0]?.[0] ?? 0;
  const lastMs = points.at(-1)?.[0] ?? 0;
  return [
    `First chunk after ${formatMs(firstMs)}`,
    `${chunks.toLocaleString('en-US')} ${chunks === 1 ? 'chunk' : 'chunks'}`,
    `${formatBytes(bytes)} in ${formatMs(lastMs)}`,
  ];
}
