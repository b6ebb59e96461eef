import {
  clientContextBytes,
  clientContextLimitBytes,
  clientContextSkeleton,
  seenClientContext,
} from '../../documents/client-context.ts';
import { Button } from '../../ui/button.tsx';
import { Meter } from '../../ui/meter.tsx';
import './client-context-facts.css';

export interface ClientContextFactsProps {
  text: string;
  onInsert: (text: string) => void;
}

/** How much of the header's bound the client context takes, and what the function gets of it. */
export function ClientContextFacts({ text, onInsert }: ClientContextFactsProps) {
  const size = clientContextBytes(text);
  const over = size > clientContextLimitBytes;
  return (
    <div className="client-context-facts">
      <div className="client-context-facts-row">
        <Meter label="Size of the client context" value={size} max={clientContextLimitBytes} />
        <span className="tabular" data-over={over || undefined}>
          {number(size)} of {number(clientContextLimitBytes)} bytes of base64
          {over && ': nothing would be sent'}
        </span>
        {size === 0 && (
          <Button size="small" onClick={() => onInsert(clientContextSkeleton)}>
            Insert skeleton
          </Button>
        )}
      </div>
      {size > 0 && <Seen text={text} />}
    </div>
  );
}

function Seen({ text }: { text: string }) {
  const seen = seenClientContext(text);
  if (seen === null) return <p>Not a JSON object: no function can read this as its client context.</p>;
  return (
    <details className="client-context-facts-seen">
      <summary>What the function sees</summary>
      <p>
        Node.js: <code>context.clientContext</code>
      </p>
      <pre className="mono" tabIndex={0} role="region" aria-label="context.clientContext">
        {seen.inNode}
      </pre>
      <p>
        Python: <code>context.client_context</code>, Java: <code>context.getClientContext()</code>
        {seen.lost.length > 0 &&
          `, both without ${seen.lost.join(', ')}: they know client, custom and env alone`}
        .
      </p>
    </details>
  );
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
