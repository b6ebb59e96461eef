import type { CredentialSource } from '../core/index.ts';

/**
 * Credentials by connection id, held by a closure and by nothing else: no store, record, query key or dump of
 * the state ever contains them. They are gone with the page.
 */
export interface CredentialMemory {
  get(connectionId: string): CredentialSource | undefined;
  /** null forgets. */
  set(connectionId: string, credentials: CredentialSource | null): void;
}

export function createCredentialMemory(): CredentialMemory {
  const kept = new Map<string, CredentialSource>();
  return {
    get: (id) => kept.get(id),
    set: (id, credentials) => void (credentials ? kept.set(id, credentials) : kept.delete(id)),
  };
}
