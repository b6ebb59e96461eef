import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cases from '../../tests/vectors/invoke-responses.json';
import { decodeBase64 } from './decode-base64.ts';
import { readInvokeOutput } from './response.ts';
import { isSuccess, readErrorResponse, type Asked, type RawAnswer } from './response-error.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function readInvokeResponse(answer: RawAnswer, asked: Asked = {}) {
  return isSuccess(answer)
    ? { ok: true as const, output: readInvokeOutput(answer, asked) }
    : { ok: false as const, error: readErrorResponse(answer, asked) };
}

function answerOf(response: (typeof cases)[number]['response']): RawAnswer {
  const headers = Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]);
  const body = decodeBase64(response.bodyBase64 ?? '') ?? new Uint8Array(0);
  return { statusCode: response.status, headers: Object.fromEntries(headers), body };
}

/** What the SDK calls these: an answer that names no error has none here. */
const nameless = new Set(['Unknown', 'SyntaxError']);

describe('vectors of whole answers', () => {
  const invokes = cases.filter((item) => item.operation === 'Invoke');

  it.each(invokes.filter((item) => 'output' in item.expected).map((item) => [item.name, item] as const))(
    '%s',
    (_name, item) => {
      const read = readInvokeResponse(answerOf(item.response));
      const expected = item.expected.output;
      if (!read.ok || !expected) throw new Error('expected a success');
      const { output } = read;
      expect(output.statusCode).toBe(expected.StatusCode);
      expect(output.requestId).toBe(expected.requestId);
      expect(output.functionError).toBe(expected.FunctionError);
      expect(output.durableExecutionArn).toBe(expected.DurableExecutionArn);
      expect(output.logResult?.base64).toBe(expected.LogResult);
      expect(output.payload).toEqual(decodeBase64(expected.payloadBase64 ?? ''));
      const hidden = item.name === 'success/cors-hides-version-and-durable-arn';
      expect(output.executedVersion).toBe(hidden ? '3' : expected.ExecutedVersion);
      expect(output.executedVersionSource).toBe(hidden ? 'log' : expected.ExecutedVersion && 'header');
    },
  );

  it.each(invokes.filter((item) => 'error' in item.expected).map((item) => [item.name, item] as const))(
    '%s',
    (_name, item) => {
      const read = readInvokeResponse(answerOf(item.response));
      const expected = item.expected.error;
      if (read.ok || !expected) throw new Error('expected an error');
      const { error } = read;
      const isHtml = item.name === 'service-error/html-body-with-errortype';
      const named = nameless.has(expected.name) ? undefined : expected.name;
      expect(error.code).toBe(isHtml ? 'ServiceUnavailableException' : named);
      if (!isHtml) expect(error.message).toBe(expected.message);
      expect(error.statusCode).toBe(expected.status);
      expect(error.requestId).toBe(expected.requestId);
      expect(error.reason).toBe(expected.Reason);
      expect(error.retryAfterSeconds).toBe(expected.retryAfterSeconds && Number(expected.retryAfterSeconds));
      expect(error.body).toEqual(answerOf(item.response).body);
    },
  );
});

describe('the executed version where CORS hides the header', () => {
  const answer: RawAnswer = { statusCode: 200, headers: {}, body: encode('{}') };

  it('follows from a version number that was asked for', () => {
    const read = readInvokeResponse(answer, { qualifier: '7' });
    expect(read).toMatchObject({
      ok: true,
      output: { executedVersion: '7', executedVersionSource: 'qualifier' },
    });
  });

  it('stays unknown for an alias', () => {
    const read = readInvokeResponse(answer, { qualifier: 'live' });
    expect(read.ok && 'executedVersion' in read.output).toBe(false);
  });
});

describe('answers that are not Lambda’s', () => {
  const html = encode('<!doctype html><title>Sign in</title>');

  it.each([
    [
      'a captive portal',
      { statusCode: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html },
    ],
    ['a portal that names no type', { statusCode: 200, headers: {}, body: html }],
    [
      'a redirect',
      { statusCode: 302, headers: { location: 'https://login.example/' }, body: new Uint8Array(0) },
    ],
    ['an opaque answer', { statusCode: 0, headers: {}, body: new Uint8Array(0) }],
    ['a proxy’s refusal', { statusCode: 403, headers: { 'content-type': 'text/html' }, body: html }],
    ['a proxy’s 404', { statusCode: 404, headers: { 'content-type': 'text/html' }, body: html }],
  ])('%s is a bad response, kept with its body', (_name, answer) => {
    const read = readInvokeResponse(answer);
    expect(read).toMatchObject({ ok: false, error: { kind: 'bad-response', mayHaveRun: 'unknown' } });
    expect(read.ok ? undefined : read.error.body).toBe(answer.body);
    expect(read.ok ? '' : read.error.message).toContain(`HTTP ${answer.statusCode}`);
    expect(read.ok ? '' : read.error.message).not.toContain('<');
  });

  it('does not take a payload for a portal’s page when Lambda’s headers are there', () => {
    const headers = { 'content-type': 'text/html', 'x-amzn-requestid': 'r' };
    expect(readInvokeResponse({ statusCode: 200, headers, body: html }).ok).toBe(true);
    expect(readInvokeResponse({ statusCode: 200, headers: {}, body: encode('"<html>"') }).ok).toBe(true);
  });

  it.each([
    [202, new Uint8Array(0), true],
    [204, new Uint8Array(0), true],
    [200, new Uint8Array(0), false],
    [202, html, false],
  ])('takes a %i that is called HTML for Lambda’s only as it answers: without a body', (...given) => {
    const [statusCode, body, isLambda] = given;
    const read = readInvokeResponse({ statusCode, headers: { 'content-type': 'text/html' }, body });
    expect(read.ok).toBe(isLambda);
  });
});

describe('readErrorResponse', () => {
  const read = (members: Partial<RawAnswer>, asked = {}) =>
    readErrorResponse({ statusCode: 400, headers: {}, body: new Uint8Array(0), ...members }, asked);

  it('reads an XML error as STS answers it', () => {
    const body = encode(
      '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>The token is invalid</Message></Error></ErrorResponse>',
    );
    expect(read({ statusCode: 403, body })).toMatchObject({
      code: 'InvalidClientTokenId',
      kind: 'credentials',
      message: 'The token is invalid',
    });
  });

  it('takes the message from the header that AWS exposes when the body has none', () => {
    expect(read({ headers: { 'x-amzn-errormessage': 'from the header' } }).message).toBe('from the header');
  });

  it('takes a plain text body as the message, as emulators answer', () => {
    expect(
      read({ headers: { 'content-type': 'text/plain' }, body: encode(' no such function \n') }).message,
    ).toBe('no such function');
  });

  it('reads seconds of Retry-After and nothing else of it', () => {
    expect(read({ statusCode: 429, headers: { 'retry-after': '2' } }).retryAfterSeconds).toBe(2);
    expect(
      read({ statusCode: 429, headers: { 'retry-after': 'Sun, 22 Nov 2026 12:34:56 GMT' } }),
    ).not.toHaveProperty('retryAfterSeconds');
    expect(read({ statusCode: 429, headers: { 'retry-after': '-1' } })).not.toHaveProperty(
      'retryAfterSeconds',
    );
  });

  it('knows that a harmless request, a DryRun or a read, cannot have run a function', () => {
    expect(read({ statusCode: 500 }).mayHaveRun).toBe('unknown');
    expect(read({ statusCode: 500 }, { harmless: true }).mayHaveRun).toBe('no');
  });

  it('never throws, whatever status, headers and body', () => {
    const headers = fc.dictionary(
      fc.constantFrom('x-amzn-errortype', 'content-type', 'retry-after', 'x-amz-log-result', 'x'),
      fc.string(),
    );
    const body = fc.oneof(
      fc.uint8Array(),
      fc.json().map(encode),
      fc.constant(encode('<ErrorResponse><Code>')),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), headers, body, (statusCode, given, bytes) => {
        const result = readInvokeResponse({ statusCode, headers: given, body: bytes });
        if (!result.ok) expect(result.error.message).not.toBe('');
      }),
    );
  });
});
