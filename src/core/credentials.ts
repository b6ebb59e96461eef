import type { CredentialSource, InvokeClientConfig } from './client-types.ts';
import { toRecord } from './json-object.ts';

/** Credentials that cannot be had or used. The text names what is wrong and never a value. */
export class CredentialsFault extends Error {
  override readonly name = 'CredentialsFault';
}

export interface CredentialStore {
  /** What to sign with now; undefined when requests go unsigned. Rejects with a CredentialsFault. */
  current(): Promise<CredentialSource | undefined>;
  /** Ends when a provider has given what `current` waits for; undefined when there is nothing to wait for. */
  ready(): Promise<unknown> | undefined;
  /** Says that the service found this set expired. True when there is a provider, which `current` will ask again. */
  expire(rejected: CredentialSource | undefined): boolean;
}

/** A fixed set is used as it is, expired or not: the service decides by its own clock. */
export function createCredentialStore(
  given: InvokeClientConfig['credentials'],
  now: () => Date,
): CredentialStore {
  if (typeof given === 'function') return createProvidedStore(given, now);
  let checked: CredentialSource | undefined;
  return {
    async current() {
      checked ??= given && checkCredentials(given);
      return checked;
    },
    ready: () => undefined,
    expire: () => false,
  };
}

/** Callers that come while the provider works share its answer; a failure is not remembered. */
function createProvidedStore(provide: () => Promise<CredentialSource>, now: () => Date): CredentialStore {
  let known: CredentialSource | undefined;
  let asking: Promise<CredentialSource> | undefined;

  async function ask(): Promise<CredentialSource> {
    try {
      known = checkCredentials(await callProvider(provide));
      return known;
    } finally {
      asking = undefined;
    }
  }

  const isUsable = (): boolean => known !== undefined && !(known.expiration && known.expiration <= now());
  const asked = (): Promise<CredentialSource> => (asking ??= ask());

  return {
    current: async () => (known && isUsable() ? known : asked()),
    ready: () => (isUsable() ? undefined : asked()),
    expire(rejected) {
      if (known === rejected) known = undefined;
      return true;
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
function checkCredentials(source: CredentialSource): CredentialSource {
  const fault = credentialsProblem(source);
  if (fault !== undefined) throw new CredentialsFault(fault);
  return source;
}

function credentialsProblem(source: CredentialSource): string | undefined {
  if (!toRecord(source)) return 'The credential provider gave no credentials.';
  if (!isHeaderWord(source.accessKeyId)) {
    return 'The access key id is empty or has characters that no key id has.';
  }
  if (source.sessionToken && !isHeaderWord(source.sessionToken)) {
    return 'The session token has spaces, line breaks or characters that no token has.';
  }
  return 'signingKey' in source
    ? signingKeyProblem(source.signingKey)
    : secretProblem(source.secretAccessKey);
}

function signingKeyProblem({ algorithm, usages }: CryptoKey): string | undefined {
  const { name, hash }: { name: string; hash?: unknown } = algorithm;
  const mayHash = name === 'HMAC' && toRecord(hash)?.['name'] === 'SHA-256';
  return mayHash && usages.includes('sign')
    ? undefined
    : 'The signing key is not an HMAC-SHA-256 key that may sign.';
}

function secretProblem(secret: unknown): string | undefined {
  const isSecret = typeof secret === 'string' && /^\S+$/.test(secret);
  return isSecret ? undefined : 'The secret access key is empty or has spaces or line breaks in it.';
}

function isHeaderWord(text: unknown): boolean {
  return typeof text === 'string' && /^[!-~]+$/.test(text);
}
