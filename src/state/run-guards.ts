import type { DraftStore } from './draft-types.ts';
import type { GuardVerdict, RunCommand, RunGuard } from './run-types.ts';
import type { RunRefusal } from './types.ts';

/** The first refusal, or null. A guard that fails refuses: what it protects must not depend on its luck. */
export async function firstRefusal(
  guards: readonly RunGuard[],
  command: RunCommand,
): Promise<RunRefusal | null> {
  for (const guard of guards) {
    const verdict = await askGuard(guard, command);
    if (!verdict.ok) return verdict.refusal;
  }
  return null;
}

async function askGuard(guard: RunGuard, command: RunCommand): Promise<GuardVerdict> {
  try {
    return await guard(command);
  } catch {
    return refuse(
      'guard-failed',
      'A safety check could not be made, so nothing was sent.',
      'Reload the page and try again.',
    );
  }
}

/** Loopback works without a network. */
export function offlineGuard(isOnline: () => boolean): RunGuard {
  return ({ connection }) =>
    isOnline() || isLoopback(connection.endpoint)
      ? { ok: true }
      : refuse(
          'offline',
          'The browser is offline: nothing was sent.',
          'Invoke again when the network is back. Nothing is sent by itself.',
        );
}

/** While the editor holds text that has no bytes, the draft's payload is an older one and must not go out. */
export function payloadGuard(drafts: DraftStore): RunGuard {
  return ({ draftId }) => {
    const problem = drafts.getState().drafts.find(({ id }) => id === draftId)?.payloadProblem;
    if (!problem) return { ok: true };
    const place = `line ${problem.line}, column ${problem.column}`;
    return refuse(
      'payload-problem',
      `The payload can not be sent (${place}). ${problem.message}`,
      'Correct the payload.',
      'payload',
    );
  };
}

/** Base64 of half a character would carry U+FFFD without a word. */
export const clientContextGuard: RunGuard = ({ request }) =>
  /[\uD800-\uDFFF]/u.test(request.clientContext)
    ? refuse(
        'client-context-problem',
        'The client context holds half a character (a lone surrogate).',
        'Remove it from the client context.',
        'clientContext',
      )
    : { ok: true };

function isLoopback(endpoint: string | null): boolean {
  if (endpoint === null || !URL.canParse(endpoint)) return false;
  const { hostname } = new URL(endpoint);
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

function refuse(code: string, message: string, nextStep: string, field?: string): GuardVerdict {
  return { ok: false, refusal: { code, message, nextStep, ...(field === undefined ? {} : { field }) } };
}
