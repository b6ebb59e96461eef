import { isLoopback } from './connection-endpoint.ts';
import type { DraftStore } from './draft-types.ts';
import type { GuardVerdict, RunCommand, RunGuard } from './run-types.ts';
import type { RunRefusal } from './types.ts';

/**
 * The first refusal, or null: that of the command itself comes before any guard's. A guard that fails refuses: what it
 * protects must not depend on its luck.
 */
export async function firstRefusal(
  guards: readonly RunGuard[],
  command: RunCommand,
): Promise<RunRefusal | null> {
  if (command.refusal) return command.refusal;
  try {
    for (const guard of guards) {
      const given = guard(command);
      // Most know at once: a wait for each would be felt in a series.
      const verdict = given instanceof Promise ? await given : given;
      if (!verdict.ok) return verdict.refusal;
    }
    return null;
  } catch {
    return guardFailed;
  }
}

const guardFailed: RunRefusal = {
  code: 'guard-failed',
  message: 'A safety check could not be made, so nothing was sent.',
  nextStep: 'Reload the page and try again.',
};

/** Loopback works without a network. */
export function offlineGuard(isOnline: () => boolean): RunGuard {
  return ({ connection }) => {
    if (isOnline() || isLoopback(connection.endpoint)) return { ok: true };
    return refuse({
      code: 'offline',
      message: 'The browser is offline: nothing was sent.',
      nextStep: 'Invoke again when the network is back. Nothing is sent by itself.',
    });
  };
}

/** While the editor holds text that has no bytes, the draft's payload is an older one and must not go out. */
export function payloadGuard(drafts: DraftStore): RunGuard {
  return ({ draftId, series }) => {
    const problem = drafts
      .getState()
      .drafts.find(({ id }) => id === (series?.ofDraft ?? draftId))?.payloadProblem;
    if (!problem) return { ok: true };
    return refuse({
      code: 'payload-problem',
      message: `The payload can not be sent (line ${problem.line}, column ${problem.column}). ${problem.message}`,
      nextStep: 'Correct the payload.',
      field: 'payload',
    });
  };
}

/** Base64 of half a character would carry U+FFFD without a word. */
export const clientContextGuard: RunGuard = ({ request }) => {
  if (!/[\uD800-\uDFFF]/u.test(request.clientContext)) return { ok: true };
  return refuse({
    code: 'client-context-problem',
    message: 'The client context holds half a character (a lone surrogate).',
    nextStep: 'Remove it from the client context.',
    field: 'clientContext',
  });
};

export function refuse(refusal: RunRefusal): GuardVerdict {
  return { ok: false, refusal };
}
