import { useState } from 'react';
import type { StreamEvent } from '../../../core/index.ts';
import type { Run } from '../../../state/types.ts';
import { latePart } from '../../../ui/late-part.ts';
import { LateView } from '../../../ui/late-view.tsx';
import type { ResultFacts } from '../result-facts.ts';
import { BodyView, type BodyLook } from './body-view.tsx';
import { NoBody } from './no-body.tsx';
import './response-view.css';

export interface ResponseViewProps {
  run: Run;
  facts: ResultFacts;
  /** Lines break unless this view says otherwise. */
  wrap: boolean;
  look: BodyLook;
}

/** The response body, while it comes and when it is here: never changed, only shown. */
export function ResponseView({ run, facts, wrap, look }: ResponseViewProps) {
  const [frozen, setFrozen] = useState<readonly StreamEvent[] | null>(null);
  const isPaused = frozen !== null;
  const isLive = run.streamTimeline !== null && (isPaused || run.outcome === null);
  return (
    <div className="response-view">
      {run.streamTimeline !== null && (
        <LateView
          part={streamStrip}
          props={{ run, isPaused, onPause: (pause) => setFrozen(pause ? run.stream : null) }}
          label="The graph"
        />
      )}
      {isLive ? (
        <LateView
          part={liveView}
          props={{ events: frozen ?? run.stream, wrap, isPaused }}
          label="The stream"
        />
      ) : (
        <Body {...{ run, facts, wrap, look }} />
      )}
    </div>
  );
}

function Body({ run, facts, wrap, look }: ResponseViewProps) {
  const bytes = facts.body;
  if (bytes === undefined || bytes.length === 0) return <NoBody run={run} facts={facts} />;
  return <BodyView bytes={bytes} fileName={run.request.functionName} wrapByDefault={wrap} look={look} />;
}

const streamStrip = latePart(async () => (await import('../stream/stream-strip.tsx')).StreamStrip);
const liveView = latePart(async () => (await import('../stream/live-view.tsx')).LiveView);
