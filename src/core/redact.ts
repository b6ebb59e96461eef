import type { CredentialSource } from './client-types.ts';
import { defined } from './defined.ts';
import type { InvokeError } from './types.ts';

/** Takes known secrets out of a text. */
export type Redact = (text: string) => string;

/**
 * Hides texts, plain, percent-encoded or as JSON quotes them; of an access key id all but the first four characters,
 * which tell its kind. A secret that is added to the list later is hidden from then on.
 */
export function createRedactor(secrets: readonly (string | CredentialSource)[]): Redact {
  // Most calls show no text to hide anything in: the forms of a secret are found when the first one does.
  const masks: [form: string, shown: string][] = [];
  let known = 0;
  return (text) => {
    for (const secret of secrets.slice(known).flatMap(textsOf)) {
      const shown = keyIdOfAws.test(secret) ? `${secret.slice(0, 4)}…` : '***';
      const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
      for (const form of forms) if (form) masks.push([form, shown]);
    }
    known = secrets.length;
    return masks.reduce((left, [form, shown]) => left.replaceAll(form, shown), text);
  };
}

const keyIdOfAws = /^A[A-Z]{3}[A-Z0-9]{12,}$/;

/** What of a set of credentials must not be shown. The key ids of local clouds are ordinary words. */
function textsOf(secret: string | CredentialSource): string[] {
  if (typeof secret === 'string') return [secret];
  const {
    accessKeyId,
    secretAccessKey = '',
    sessionToken = '',
  }: { accessKeyId: string; secretAccessKey?: string; sessionToken?: string } = secret;
  return [secretAccessKey, sessionToken, keyIdOfAws.test(accessKeyId) ? accessKeyId : ''];
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
