import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ApiError } from '../api/api-error.ts';
import type { SigningKeys } from '../sts/key-ring.ts';
import { canonicalRequest } from './canonical-request.ts';
import type { ApiRequest } from './messages.ts';

export interface SignatureRules {
  region: string;
  service: 'lambda' | 'sts';
  /** The keys of an access key id, ended ones too. */
  find(accessKeyId: string): SigningKeys | undefined;
  now(): Date;
}

/** AWS accepts a date up to this far from its own. */
const CLOCK_WINDOW_MS = 5 * 60_000;

/**
 * Verifies the Signature Version 4 of a request as AWS does, the refusals in AWS's words; gives the keys that signed.
 * @throws ApiError with one of the signature errors
 */
export function verifySignature(request: ApiRequest, rules: SignatureRules): SigningKeys {
  const authorization = request.headers.get('authorization');
  if (!authorization)
    throw new ApiError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const signed = parseAuthorization(authorization, request);
  const keys = rules.find(signed.accessKeyId);
  checkToken(keys, request, rules.now());
  checkScope(signed, rules);
  checkClock(signed.timestamp, rules.now());
  const canonical = canonicalRequest(request, signed.signedHeaders);
  const scope = signed.scope.join('/');
  const stringToSign = ['AWS4-HMAC-SHA256', signed.timestamp, scope, sha256(canonical)].join('\n');
  const key = signed.scope.reduce<Buffer | string>(
    (parent, part) => hmac(parent, part),
    `AWS4${keys.secretAccessKey}`,
  );
  if (!equal(hmac(key, stringToSign).toString('hex'), signed.signature))
    throw mismatch(canonical, stringToSign);
  return keys;
}

function checkToken(
  keys: SigningKeys | undefined,
  { headers }: ApiRequest,
  now: Date,
): asserts keys is SigningKeys {
  if (keys === undefined || headers.get('x-amz-security-token') !== keys.sessionToken) {
    throw new ApiError(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );
  }
  if (keys.expiration && keys.expiration <= now) {
    throw new ApiError('ExpiredTokenException', 'The security token included in the request is expired');
  }
}

/** Of a request whose signature was found right. */
export function accessKeyIdOf({ headers }: ApiRequest): string {
  return /Credential=([^/,]+)/.exec(headers.get('authorization') ?? '')?.[1] ?? '';
}

interface SignedWith {
  accessKeyId: string;
  /** Date, region, service, aws4_request. */
  scope: string[];
  timestamp: string;
  signedHeaders: string[];
  signature: string;
}

function parseAuthorization(header: string, request: ApiRequest): SignedWith {
  const [algorithm, ...rest] = header.split(' ');
  if (algorithm !== 'AWS4-HMAC-SHA256') {
    throw incomplete(
      `Authorization header requires 'AWS4-HMAC-SHA256' as its algorithm. Authorization=${header}`,
    );
  }
  const parts = new Map(
    rest
      .join(' ')
      .split(',')
      .map((part) => part.trim().split(/=(.*)/s))
      .map(([name = '', value = '']) => [name, value] as const),
  );
  const missing = ['Credential', 'SignedHeaders', 'Signature'].filter((name) => !parts.get(name));
  const timestamp = request.headers.get('x-amz-date') ?? '';
  const problems = missing.map((name) => `Authorization header requires '${name}' parameter.`);
  if (!timestamp)
    problems.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  if (problems.length > 0) throw incomplete(`${problems.join(' ')} Authorization=${header}`);
  const [accessKeyId = '', ...scope] = (parts.get('Credential') ?? '').split('/');
  const signedHeaders = (parts.get('SignedHeaders') ?? '').split(';');
  if (scope.length !== 4) {
    throw incomplete(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${parts.get('Credential')}'`,
    );
  }
  for (const required of ['host', 'x-amz-date']) {
    if (!signedHeaders.includes(required)) {
      throw invalid(`'${required}' must be a 'SignedHeader' in the AWS Authorization.`);
    }
  }
  return { accessKeyId, scope, timestamp, signedHeaders, signature: parts.get('Signature') ?? '' };
}

function checkScope({ scope, timestamp }: SignedWith, { region, service: expected }: SignatureRules): void {
  const [date, scopeRegion, service, term] = scope;
  const day = timestamp.slice(0, 8);
  if (scopeRegion !== region)
    throw invalid(`Credential should be scoped to a valid region, not '${scopeRegion}'.`);
  if (service !== expected) throw invalid(`Credential should be scoped to correct service: '${expected}'.`);
  if (term !== 'aws4_request')
    throw invalid("Credential should be scoped with a valid terminator: 'aws4_request'.");
  if (date !== day) {
    throw invalid(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${day}', from '${timestamp}'.`,
    );
  }
}

function checkClock(timestamp: string, now: Date): void {
  const [, year, month, day, hour, minute, second] = TIMESTAMP.exec(timestamp) ?? [];
  if (!year) throw incomplete(`Date must be in ISO-8601 'basic format'. Got '${timestamp}'.`);
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  const [earliest, latest] = [now.getTime() - CLOCK_WINDOW_MS, now.getTime() + CLOCK_WINDOW_MS];
  if (signedAt < earliest) {
    throw invalid(
      `Signature expired: ${timestamp} is now earlier than ${basic(earliest)} (${basic(now.getTime())} - 5 min.)`,
    );
  }
  if (!(signedAt <= latest)) {
    throw invalid(
      `Signature not yet current: ${timestamp} is still later than ${basic(latest)} (${basic(now.getTime())} + 5 min.)`,
    );
  }
}

const TIMESTAMP = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

function basic(epochMs: number): string {
  return new Date(epochMs).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

/** AWS shows what it has hashed; without that a wrong signature cannot be understood. */
function mismatch(canonical: string, stringToSign: string): ApiError {
  return invalid(
    [
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      `The Canonical String for this request should have been\n'${canonical}'`,
      `The String-to-Sign should have been\n'${stringToSign}'\n`,
    ].join('\n\n'),
  );
}

function invalid(message: string): ApiError {
  return new ApiError('InvalidSignatureException', message);
}

function incomplete(message: string): ApiError {
  return new ApiError('IncompleteSignatureException', message);
}

/** Header values come as one character a byte: latin1 restores the bytes that were signed. */
function sha256(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'latin1').digest();
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
