import { useState } from 'react';
import type { StreamEvent } from '../../../core/index.ts';
import type { Run } from '../../../state/types.ts';
import { latePart } from '../../../ui/late-part.ts';
import { LateView } from '../../../ui/late-view.tsx';
import type { ResultFacts } from '../result-facts.ts';
import { BodyView, type BodyLook } from './body-view.tsx';
import { NoBody } from './no-body.tsx';
import './response-view.css';

/** How a stream is looked at while it comes. */
export interface StreamLook {
  /** What the view stands still at; null while it follows the stream. */
  frozen: readonly StreamEvent[] | null;
  onPause: (isPaused: boolean) => void;
}

export interface ResponseViewProps {
  run: Run;
  facts: ResultFacts;
  /** Lines break unless this view says otherwise. */
  wrap: boolean;
  look: BodyLook & StreamLook;
}

/** The response body, while it comes and when it is here: never changed, only shown. */
export function ResponseView({ run, facts, wrap, look }: ResponseViewProps) {
  const { frozen, onPause } = look;
  // A stream that is seen to its end stays there when the whole text takes its place.
  const [followEnd, onFollow] = useState(run.outcome === null);
  const isPaused = frozen !== null;
  const isLive = run.streamTimeline !== null && (isPaused || run.outcome === null);
  return (
    <div className="response-view">
      {run.streamTimeline !== null && (
        <LateView part={streamStrip} props={{ run, isPaused, onPause }} label="The graph" />
      )}
      {isLive ? (
        <LateView
          part={liveView}
          props={{ events: frozen ?? run.stream, wrap, isPaused, onFollow }}
          label="The stream"
        />
      ) : (
        <Body {...{ run, facts, wrap, look }} followEnd={followEnd && run.streamTimeline !== null} />
      )}
    </div>
  );
}

interface BodyProps extends Omit<ResponseViewProps, 'look'> {
  look: BodyLook;
  followEnd: boolean;
}

function Body({ run, facts, wrap, look, followEnd }: BodyProps) {
  const bytes = facts.body;
  if (bytes === undefined || bytes.length === 0) return <NoBody run={run} facts={facts} />;
  return (
    <BodyView {...{ bytes, look, followEnd }} fileName={run.request.functionName} wrapByDefault={wrap} />
  );
}

const streamStrip = latePart(async () => (await import('../stream/stream-strip.tsx')).StreamStrip);
const liveView = latePart(async () => (await import('../stream/live-view.tsx')).LiveView);
