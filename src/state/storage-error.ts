import type { StorageError, StorageErrorKind } from './storage-types.ts';

const messages: Record<StorageErrorKind, string> = {
  unavailable:
    'The browser lets this page keep nothing (private window, blocked site data or a sandboxed frame).',
  blocked: 'Another tab holds an older version of the saved data. Close the other tabs of Invoke Console.',
  'newer-version':
    'The saved data was written by a newer version of Invoke Console. Reload to get that version.',
  corrupt: 'The saved data can not be read.',
  quota: 'The storage of this browser profile is full.',
  closed: 'A newer version of Invoke Console was opened in another tab. Reload this one.',
  failed: 'The browser could not write to its storage.',
};

/** Names of the DOMExceptions that IndexedDB gives, by what they mean to the user. */
const kindsByName: Record<string, StorageErrorKind> = {
  QuotaExceededError: 'quota',
  VersionError: 'newer-version',
  SecurityError: 'unavailable',
  InvalidStateError: 'closed',
  NotFoundError: 'corrupt',
  UnknownError: 'corrupt',
  NotReadableError: 'corrupt',
};

export function storageError(kind: StorageErrorKind, cause?: unknown): StorageError {
  return { kind, message: messages[kind], ...(cause === undefined ? {} : { cause }) };
}

export function toStorageError(cause: unknown, otherwise: StorageErrorKind = 'failed'): StorageError {
  const name = cause instanceof Error ? cause.name : '';
  return storageError(kindsByName[name] ?? otherwise, cause);
}
