import type { CredentialSource } from './client-types.ts';
import { defined } from './defined.ts';
import type { InvokeError } from './types.ts';

/** Takes known secrets out of a text. */
export type Redact = (text: string) => string;

/**
 * Hides the secret key, the session token and further texts, plain, percent-encoded or as JSON quotes them, and of an access key id of AWS
 * all but the first four characters, which tell its kind.
 */
export function createRedactor(
  source: CredentialSource | undefined,
  further: readonly string[] = [],
): Redact {
  // Most calls show no text to hide anything in: the secrets are gathered when the first one does.
  let secrets: readonly string[] | undefined;
  const keyId = source && /^A[A-Z]{3}[A-Z0-9]{12,}$/.exec(source.accessKeyId)?.[0];
  return (text) => {
    secrets ??= secretsOf(source, further);
    const masked = secrets.reduce((left, secret) => left.replaceAll(secret, '***'), text);
    return keyId ? masked.replaceAll(keyId, `${keyId.slice(0, 4)}…`) : masked;
  };
}

function secretsOf(source: CredentialSource | undefined, further: readonly string[]): string[] {
  const { secretAccessKey, sessionToken }: { secretAccessKey?: string; sessionToken?: string } = source ?? {};
  return [secretAccessKey, sessionToken, ...further].flatMap((secret) =>
    secret ? [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)] : [],
  );
}

/** A service that quotes the request in its refusal quotes the session token too. */
export function redactError(error: InvokeError, redact: Redact): InvokeError {
  const { message, code, reason, headers, body } = error;
  return defined({
    ...error,
    message: redact(message),
    code: code && redact(code),
    reason: reason && redact(reason),
    headers: headers && redactHeaders(headers, redact),
    body: body && redactBytes(body, redact),
  });
}

/**
 * Only the name and the message of what was thrown, and of its own cause, where Node says why a fetch failed: other
 * members may hold the request with its headers.
 */
export function describeCause(thrown: unknown, redact: Redact): { name: string; message: string } {
  if (!(thrown instanceof Error)) return { name: typeof thrown, message: '' };
  const { name, message, cause } = thrown;
  return { name, message: redact(cause instanceof Error ? `${message}: ${cause.message}` : message) };
}

/** Headers as they may be shown; values that authenticate, known or not, are hidden. */
export function maskHeaders(headers: Record<string, string>, redact: Redact): Record<string, string> {
  return mapValues(headers, ([name, value]) =>
    secretNames.test(name) && !value.startsWith('AWS4-') ? '***' : redact(value),
  );
}

/** Headers without the secrets that are known. */
export function redactHeaders(headers: Record<string, string>, redact: Redact): Record<string, string> {
  return mapValues(headers, ([, value]) => redact(value));
}

const secretNames = /token|secret|cookie|password|api-?key|authorization/;

function redactBytes(bytes: Uint8Array, redact: Redact): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const cleaned = redact(text);
  return cleaned === text ? bytes : new TextEncoder().encode(cleaned);
}

function mapValues(headers: Record<string, string>, change: (entry: [string, string]) => string) {
  return Object.fromEntries(Object.entries(headers).map((entry) => [entry[0], change(entry)]));
}
