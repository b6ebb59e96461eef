import { resolveEndpoint } from '../core/index.ts';
import { formatBytes } from '../ui/format-numbers.ts';
import type { JsonProblem } from '../documents/json-problems.ts';
import { fullness, payloadLimitBytes } from '../state/payload-limit.ts';
import { endpointConfigOf } from '../state/connection-endpoint.ts';
import type { Connection, Draft, Run } from '../state/types.ts';
import { StatusBar } from '../features/frame/status-bar.tsx';
import type { Services } from './compose.ts';
import type { LateWaysProps } from './late-ways.tsx';
import { WaysHost } from './ways-host.tsx';

export interface RunStatusBarProps {
  services: Services;
  draft: Draft;
  connection: Connection | undefined;
  run: Run | null;
  tools: LateWaysProps['tools'];
  /** null while a large payload is looked at. */
  jsonProblems: readonly JsonProblem[] | null;
}

export function RunStatusBar({ run, jsonProblems, ...ways }: RunStatusBarProps) {
  const { draft, connection } = ways;
  const size = draft.payload.bytes.length;
  const limit = payloadLimitBytes(draft.invocationType);
  const full = fullness(size, limit);
  const faulty = full === 'over' || (jsonProblems?.length ?? 0) > 0;
  return (
    <StatusBar
      endpoint={connection === undefined ? 'no connection' : endpointOf(connection)}
      payloadState={`${jsonState(draft, jsonProblems)} · ${formatBytes(size)} of ${formatBytes(limit)}`}
      payloadTone={faulty ? 'fault' : full === 'nearly full' ? 'warning' : 'ok'}
      lastRun={run?.endedAt?.toLocaleTimeString() ?? null}
    >
      <WaysHost {...ways} />
    </StatusBar>
  );
}

function endpointOf(connection: Connection): string {
  const resolved = resolveEndpoint(endpointConfigOf(connection));
  return resolved.ok ? resolved.url : resolved.message;
}

function jsonState(draft: Draft, problems: readonly JsonProblem[] | null): string {
  if (draft.payload.encoding === 'binary') return 'Binary';
  if (draft.payload.bytes.length === 0) return 'No payload';
  if (problems === null) return 'Checking JSON…';
  if (problems.length === 0) return 'JSON valid';
  return problems.length === 1 ? '1 JSON error' : `${problems.length} JSON errors`;
}
