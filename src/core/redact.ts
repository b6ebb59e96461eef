import type { CredentialSource } from './client-types.ts';
import type { InvokeError } from './types.ts';

/** Takes known secrets out of a text. */
export type Redact = (text: string) => string;

const mask = '***';

/** Hides the secret key, the session token and further texts, plain or percent-encoded. */
export function createRedactor(
  source: CredentialSource | undefined,
  further: readonly string[] = [],
): Redact {
  const secrets = [
    source && 'secretAccessKey' in source ? source.secretAccessKey : '',
    source?.sessionToken ?? '',
    ...further,
  ]
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return (text) => secrets.reduce((masked, secret) => masked.replaceAll(secret, mask), text);
}

/** A service that quotes the request in its refusal quotes the session token too. */
export function redactError(error: InvokeError, redact: Redact): InvokeError {
  const cleaned: InvokeError = { ...error, message: redact(error.message) };
  if (error.reason !== undefined) cleaned.reason = redact(error.reason);
  if (error.headers) cleaned.headers = mapValues(error.headers, redact);
  if (error.body) cleaned.body = redactBytes(error.body, redact);
  return cleaned;
}

/** Only the name and the message of what was thrown: other members may hold the request with its headers. */
export function describeCause(thrown: unknown, redact: Redact): { name: string; message: string } {
  if (!(thrown instanceof Error)) return { name: typeof thrown, message: '' };
  return { name: thrown.name, message: redact(thrown.message) };
}

/** Header values that authenticate, as they may be shown. */
export function maskHeaders(headers: Record<string, string>, redact: Redact): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, maskHeader(name, redact(value))]),
  );
}

function maskHeader(name: string, value: string): string {
  if (name === 'authorization') {
    const isSignature = value.startsWith('AWS4-HMAC-SHA256 ');
    return isSignature ? value.replace(/Signature=[0-9a-f]+/, `Signature=${mask}`) : mask;
  }
  return /token|secret|cookie|password|api-?key/.test(name) ? mask : value;
}

function redactBytes(bytes: Uint8Array, redact: Redact): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const cleaned = redact(text);
  return cleaned === text ? bytes : new TextEncoder().encode(cleaned);
}

function mapValues(headers: Record<string, string>, change: Redact): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, change(value)]));
}
