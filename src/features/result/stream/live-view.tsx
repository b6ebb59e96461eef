import type { StreamEvent } from '../../../core/index.ts';
import { TextView } from '../../../ui/text-view.tsx';
import { formatBytes } from '../../../ui/format-numbers.ts';
import { reasonPhrase } from '../response/http-status.ts';
import { liveText } from './live-text.ts';
import './stream-strip.css';

export interface LiveViewProps {
  events: readonly StreamEvent[];
  wrap: boolean;
  isPaused: boolean;
  onFollow: (isAtEnd: boolean) => void;
}

/** The stream as it comes, followed at its end until it is scrolled up or paused. */
export function LiveView({ events, wrap, isPaused, onFollow }: LiveViewProps) {
  const { text, skippedBytes, head } = liveText(events);
  return (
    <div className="live-view">
      {head !== null && (
        <p className="response-view-note mono">
          HTTP {head.statusCode} {reasonPhrase(head.statusCode)} · {head.headers.length} headers
        </p>
      )}
      {skippedBytes > 0 && (
        <p className="response-view-note">
          Its last 256 KB; the {formatBytes(skippedBytes)} before them come back when the stream has ended.
        </p>
      )}
      <div className="live-view-text">
        <TextView
          {...{ text, wrap, onFollow }}
          language="plain"
          label="Response text"
          followEnd={!isPaused}
        />
      </div>
    </div>
  );
}
