import type { Sent } from './sending.fixture.ts';

/**
 * Verifies the signature of a received request from AWS's description of Signature Version 4 alone, with nothing
 * of the code under test: what a server does.
 */
export async function verifySignature(
  sent: Sent,
  { secretAccessKey }: { secretAccessKey: string },
): Promise<string> {
  const { authorization = '' } = sent.headers;
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  if (!parts) return `not an authorization header: ${authorization}`;
  const [date = '', region = '', service = '', signedHeaders = '', signature = ''] = parts.slice(2);
  const url = new URL(sent.url);
  const received: Record<string, string> = { ...sent.headers, host: url.host };
  const names = signedHeaders.split(';');
  const missing = names.find((name) => received[name] === undefined);
  if (missing !== undefined) return `signed but not sent: ${missing}`;
  const payloadHash = await sha256Hex(sent.body);
  if (received['x-amz-content-sha256'] !== payloadHash)
    return 'x-amz-content-sha256 is not the hash of the body';
  const canonical = [
    sent.method,
    url.pathname.split('/').map(encode).join('/'),
    canonicalQuery(url.search.slice(1)),
    ...names.map((name) => `${name}:${(received[name] ?? '').trim().replace(/[ \t]+/g, ' ')}`),
    '',
    signedHeaders,
    payloadHash,
  ].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', received['x-amz-date'], scope, await sha256Hex(utf8(canonical))].join(
    '\n',
  );
  let key = utf8(`AWS4${secretAccessKey}`);
  for (const part of [date, region, service, 'aws4_request']) key = await hmac(key, part);
  const expected = hex(await hmac(key, toSign));
  return expected === signature ? 'valid' : `signature of another request: ${canonical}`;
}

function canonicalQuery(query: string): string {
  if (query === '') return '';
  return query
    .split('&')
    .map((pair) => (pair.includes('=') ? pair : `${pair}=`))
    .sort()
    .join('&');
}

function encode(segment: string): string {
  return Array.from(utf8(segment), (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9._~-]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

async function hmac(key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, utf8(text)));
}

async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
