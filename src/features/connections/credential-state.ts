import type { Identity } from '../../state/connection-types.ts';
import type { KeepingState } from '../../state/credential-keeping.ts';
import type { Connection } from '../../state/types.ts';

export interface CredentialFacts {
  connection: Connection;
  expiration: Date | undefined;
  hasKeys: boolean;
  identity: Identity | undefined;
  vault: KeepingState['vault'];
  now: Date;
}

export interface CredentialWords {
  tone: 'dim' | 'warn' | 'error';
  words: string;
}

/** How the credentials of a connection are, when there is something to say of it. */
export function credentialState(facts: CredentialFacts): CredentialWords | null {
  const { connection, expiration, hasKeys, identity, now } = facts;
  const { type } = connection.signing;
  if (type === 'dummy' || type === 'anonymous') return { tone: 'dim', words: signingWords[type] };
  if (!hasKeys && type !== 'cognito') {
    const isLocked = connection.keep === 'vault' && facts.vault === 'locked';
    return { tone: 'warn', words: isLocked ? 'locked' : 'no keys' };
  }
  if (identity?.state === 'rejected') return { tone: 'error', words: 'keys rejected' };
  if (expiration === undefined) return null;
  const leftSeconds = Math.ceil((expiration.getTime() - now.getTime()) / 1_000);
  if (leftSeconds <= 0) return { tone: 'error', words: 'keys expired' };
  return { tone: leftSeconds <= 300 ? 'warn' : 'dim', words: `keys end in ${spanOf(leftSeconds)}` };
}

const signingWords = { dummy: 'dummy keys', anonymous: 'unsigned' };

function spanOf(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (seconds <= 300) return `${minutes} min ${seconds % 60} s`;
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}
