import type { CredentialSource, InvokeClientConfig } from './client-types.ts';
import { toRecord } from './json-object.ts';

/** Credentials that cannot be had or used. The text names what is wrong and never a value. */
export class CredentialsFault extends Error {
  override readonly name = 'CredentialsFault';
}

export interface CredentialStore {
  /**
   * What to sign with now, or a promise of it while a provider is asked; undefined when requests go unsigned. Fails
   * with a CredentialsFault.
   */
  current(): CredentialSource | undefined | Promise<CredentialSource>;
  /** Says that the service found this set expired. True when there is a provider, which `current` will ask again. */
  expire(rejected: CredentialSource | undefined): boolean;
}

/**
 * A fixed set is used as it is, expired or not: the service decides by its own clock. Callers that come while a
 * provider works share its answer; a failure is not remembered.
 */
export function createCredentialStore(
  given: InvokeClientConfig['credentials'],
  now: () => Date,
): CredentialStore {
  let known: CredentialSource | undefined;
  let asking: Promise<CredentialSource> | undefined;

  async function ask(provide: () => Promise<CredentialSource>): Promise<CredentialSource> {
    try {
      known = checkCredentials(await callProvider(provide));
      return known;
    } finally {
      asking = undefined;
    }
  }

  return {
    current() {
      if (typeof given !== 'function') return given && (known ??= checkCredentials(given));
      const isUsable = known && !(known.expiration && known.expiration <= now());
      return isUsable ? known : (asking ??= ask(given));
    },
    expire(rejected) {
      if (known === rejected) known = undefined;
      return typeof given === 'function';
    },
  };
}

async function callProvider(provide: () => Promise<CredentialSource>): Promise<CredentialSource> {
  try {
    return await provide();
  } catch (thrown) {
    const reason = thrown instanceof Error ? `: ${hideTokens(thrown.message)}` : '.';
    throw new CredentialsFault(`The credential provider failed${reason}`);
  }
}

/** A provider's message may quote a secret that we have never seen: long runs that are not plain words go. */
function hideTokens(text: string): string {
  return text.replace(/[A-Za-z0-9+/=_-]{16,}/g, (run) => (/^[A-Za-z]+$/.test(run) ? run : '***'));
}

/** The values end up in header lines, where a line break or a space would change their meaning. */
function checkCredentials(source: CredentialSource | undefined): CredentialSource {
  if (!source || !toRecord(source))
    throw new CredentialsFault('The credential provider gave no credentials.');
  const fault = credentialsFault(source);
  if (fault) throw new CredentialsFault(fault);
  return source;
}

function credentialsFault(source: CredentialSource): string | false {
  const { accessKeyId, sessionToken } = source;
  return (
    textFault('access key id', accessKeyId, /^[!-~]+$/) ||
    textFault('session token', sessionToken || 'none', /^[!-~]+$/) ||
    ('signingKey' in source
      ? !mayHash(source.signingKey) && 'The signing key is not an HMAC-SHA-256 key that may sign.'
      : textFault('secret access key', source.secretAccessKey, /^\S+$/))
  );
}

function textFault(name: string, value: unknown, pattern: RegExp): string | false {
  const isSound = typeof value === 'string' && pattern.test(value);
  return !isSound && `The ${name} is empty or has spaces, line breaks or other characters that none has.`;
}

function mayHash({ algorithm, usages }: CryptoKey): boolean {
  const { name, hash }: { name: string; hash?: unknown } = algorithm;
  return name === 'HMAC' && toRecord(hash)?.['name'] === 'SHA-256' && usages.includes('sign');
}
