import type { Connection, Draft } from '../../state/types.ts';
import { formatBytes } from '../../ui/format-numbers.ts';
import { VisibleText } from '../../ui/visible-text.tsx';

export interface TargetLineProps {
  draft: Draft;
  connection: Connection | undefined;
}

/** What will be repeated, and where it goes. */
export function TargetLine({ draft, connection }: TargetLineProps) {
  const { functionName, qualifier, invocationType, payload } = draft;
  const target = qualifier === '' ? functionName : `${functionName}:${qualifier}`;
  return (
    <>
      <span className="mono">
        <VisibleText text={target || 'No function'} />
      </span>
      {` on ${connection ? `${connection.name} (${connection.region})` : 'no connection'} · ${invocationType} · `}
      {payload.bytes.length === 0 ? 'no payload' : `${formatBytes(payload.bytes.length)} payload`}
    </>
  );
}
