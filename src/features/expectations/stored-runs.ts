import { payloadBytesForSend, payloadFromPreset } from '../../documents/payload.ts';
import type { CheckedExpectation } from '../../documents/expectations/expectation-types.ts';
import type { Preset } from '../../documents/preset-types.ts';
import type { RunSummary } from '../../state/history-types.ts';
import { isSameOrigin } from '../../state/origin-preset.ts';
import type { PresetOrigin } from '../../state/preset-types.ts';
import type { Run } from '../../state/types.ts';
import { checkRun } from './check-run.ts';
import type { ExpectationsPort } from './expectations-port.ts';

/** At most this many runs are read with their bodies, newest first. */
export const maxReadRuns = 200;

export interface CheckedRun {
  run: Run;
  checked: readonly CheckedExpectation[];
}

/**
 * The stored runs of a preset, newest first, each with its verdicts: runs of drafts that belong to it, and runs of its
 * function and qualifier with its very payload.
 */
export async function* checkStoredRuns(
  port: ExpectationsPort,
  preset: Preset,
  origin: PresetOrigin,
): AsyncGenerator<CheckedRun> {
  const payload = payloadOf(preset);
  const isCandidate = candidateOf(port, { preset, origin, payloadLength: payload.byteLength });
  let read = 0;
  for await (const summary of summariesOf(port)) {
    const reason = isCandidate(summary);
    if (reason === null) continue;
    if (read === maxReadRuns) return;
    read += 1;
    const run = await port.history.getState().actions.get(summary.id);
    if (run === null || (reason === 'payload' && !isSame(run.request.payload.bytes, payload))) continue;
    yield { run, checked: await checkRun(preset.expectations, run) };
  }
}

/** Ended runs, newest first; older ones are read as they are asked for. */
async function* summariesOf({ history }: ExpectationsPort): AsyncGenerator<RunSummary> {
  const seen = new Set<string>();
  for (;;) {
    const { summaries, hasMore, actions } = history.getState();
    const fresh = summaries.filter(({ id, outcome }) => outcome !== null && !seen.has(id));
    for (const summary of fresh) {
      seen.add(summary.id);
      yield summary;
    }
    if (!hasMore) return;
    await actions.loadMore();
    if (history.getState().summaries.length === summaries.length) return;
  }
}

interface Wanted {
  preset: Preset;
  origin: PresetOrigin;
  payloadLength: number;
}

/** Why a run may be one of the preset's; null when it is none. */
function candidateOf({ store }: ExpectationsPort, { preset, origin, payloadLength }: Wanted) {
  const { origins } = store.getState();
  const { functionName, qualifier } = preset.request;
  return (summary: RunSummary): 'draft' | 'payload' | null => {
    if (summary.functionName !== functionName) return null;
    if (isSameOrigin(origin, origins.get(summary.draftId))) return 'draft';
    return summary.qualifier === qualifier && summary.requestBytes === payloadLength ? 'payload' : null;
  };
}

function payloadOf({ request }: Preset): Uint8Array {
  const payload = payloadFromPreset(request);
  return (payload.ok ? payloadBytesForSend(payload.document) : undefined) ?? new Uint8Array(0);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index]);
}
