import type { ConnectionChecks } from '../../state/connection-checks.ts';
import type { ConnectionStore } from '../../state/connection-types.ts';
import type { KeepingStore } from '../../state/credential-keeping.ts';
import type { SavedForm } from './connection-form.tsx';
import { needsCode } from './session-code.tsx';

export interface UseSave {
  store: ConnectionStore;
  keeping: KeepingStore;
  checks: ConnectionChecks;
  onSaved: () => void;
  onShow: (id: string) => void;
}

/** Keeps a connection and its keys, uses it, and asks whose keys they are. Gives what went wrong, or null. */
export function useSave(options: UseSave) {
  const { store, checks, onSaved, onShow } = options;
  return async (saved: SavedForm): Promise<string | null> => {
    const { connection, loginToken } = saved;
    const { actions } = store.getState();
    const problem = await keepCredentials(saved, options);
    if (problem !== null) {
      onShow(connection.id);
      return problem;
    }
    if (loginToken !== null) actions.setLoginToken(connection.id, loginToken);
    actions.activate(connection.id);
    const hasKeys = store.getState().withCredentials.has(connection.id);
    if (hasKeys && needsCode(connection)) {
      onShow(connection.id);
      return null;
    }
    onSaved();
    if (hasKeys ? connection.signing.type !== 'anonymous' : connection.signing.type === 'cognito') {
      void checks.identify(connection);
    }
    return null;
  };
}

async function keepCredentials(
  { connection, keys, passphrase }: SavedForm,
  { store, keeping }: UseSave,
): Promise<string | null> {
  const { connections, actions } = store.getState();
  const before = connections.find(({ id }) => id === connection.id)?.keep ?? 'memory';
  actions.save(connection);
  if (connection.keep === 'memory') {
    if (keys !== null) actions.setCredentials(connection.id, keys);
    if (before !== 'memory') void keeping.getState().actions.forget(connection.id);
    return null;
  }
  if (keys === null && before === connection.keep) return null;
  const kept = await keeping.getState().actions.keep(connection, keys, passphrase);
  if (kept.ok) return null;
  actions.save({ ...connection, keep: before });
  return kept.message;
}
