import { resolveEndpoint } from '../core/index.ts';
import { formatBytes } from '../features/result/format-numbers.ts';
import type { JsonProblem } from '../documents/json-problems.ts';
import type { Connection, Draft, Run } from '../state/types.ts';
import { StatusBar } from '../features/frame/status-bar.tsx';

export interface RunStatusBarProps {
  draft: Draft;
  connection: Connection | undefined;
  run: Run | null;
  jsonProblems: readonly JsonProblem[];
}

export function RunStatusBar({ draft, connection, run, jsonProblems }: RunStatusBarProps) {
  const faults = jsonProblems.length;
  return (
    <StatusBar
      endpoint={connection === undefined ? 'no connection' : endpointOf(connection)}
      payloadState={`${jsonState(draft, faults)} · ${formatBytes(draft.payload.bytes.length)} of ${limitOf(draft)}`}
      payloadTone={faults > 0 ? 'fault' : 'ok'}
      lastRun={run?.endedAt?.toLocaleTimeString() ?? null}
    />
  );
}

function endpointOf(connection: Connection): string {
  const resolved = resolveEndpoint({
    region: connection.region,
    ...(connection.endpoint === null ? {} : { endpoint: connection.endpoint }),
  });
  return resolved.ok ? resolved.url : resolved.message;
}

function jsonState(draft: Draft, faults: number): string {
  if (draft.payload.encoding === 'binary') return 'Binary';
  if (draft.payload.bytes.length === 0) return 'No payload';
  if (faults === 0) return 'JSON valid';
  return faults === 1 ? '1 JSON error' : `${faults} JSON errors`;
}

function limitOf(draft: Draft): string {
  return draft.invocationType === 'Event' ? '1 MB' : '6 MB';
}
