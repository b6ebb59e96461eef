import { defined } from './defined.ts';
import { memberText, readErrorCode } from './error-code.ts';
import { judgeAnswer } from './error-kind.ts';
import { parseJsonObject } from './json-object.ts';
import type { InvocationType, InvokeError } from './types.ts';

/** An answer whose body has been read to its end. Header names are in lower case. */
export interface RawAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** What was asked, as far as it decides the meaning of the answer. */
export interface Asked {
  /** Version or alias, also when it came within the function name. */
  qualifier?: string | undefined;
  invocationType?: InvocationType | undefined;
  /** The request cannot run a function: a DryRun or a read. */
  harmless?: boolean | undefined;
}

/** The head of an answer and what was asked. Header names are in lower case. */
export interface AnswerHead {
  statusCode: number;
  headers: Record<string, string>;
  asked: Asked;
}

/** An error body is a short document; a longer one is no error of the API and is kept unread. */
const MAX_DOCUMENT_BYTES = 1_048_576;

/** Reads any answer that is not the success of its operation. */
export function readErrorResponse(answer: RawAnswer, asked: Asked = {}): InvokeError {
  const { statusCode, headers, body } = answer;
  const text = body.byteLength <= MAX_DOCUMENT_BYTES ? new TextDecoder().decode(body) : '';
  const document = parseJsonObject(text) ?? parseXmlError(text);
  const code = readErrorCode(headers, document);
  const isForeign = code === undefined && isForeignAnswer(answer);
  const message = isForeign ? foreignMessage(answer) : readMessage(headers, { document, text });
  const { kind, nothingRan } = judgeAnswer({ statusCode, code, message });
  return defined({
    ...answer,
    kind: isForeign ? 'bad-response' : kind,
    message,
    mayHaveRun: asked.harmless || (nothingRan && !isForeign) ? 'no' : 'unknown',
    code,
    requestId: readRequestId(headers),
    reason: memberText(document, 'reason'),
    retryAfterSeconds: readRetryAfter(headers['retry-after']),
  });
}

/** 2xx, and the API's own. */
export function isSuccess(answer: RawAnswer): boolean {
  return answer.statusCode < 300 && !isForeignAnswer(answer);
}

/** x-amzn-requestid, or one of the names that other services and older endpoints use. */
export function readRequestId(headers: Record<string, string>): string | undefined {
  return (
    headers['x-amzn-requestid'] || headers['x-amzn-request-id'] || headers['x-amz-request-id'] || undefined
  );
}

/**
 * True for an answer that another program than the API gave: a redirect, a captive portal, a proxy's page.
 * The API marks each of its answers with headers of its own and never sends HTML.
 */
function isForeignAnswer({ statusCode, headers, body }: RawAnswer): boolean {
  if (statusCode < 200 || (statusCode >= 300 && statusCode < 400)) return true;
  if (readRequestId(headers) ?? headers['x-amz-function-error'] ?? headers['x-amz-executed-version'])
    return false;
  // Frameworks call an empty answer HTML too, as serverless-offline does with its 202 to an Event.
  if ((statusCode === 202 || statusCode === 204) && !body.byteLength) return false;
  const contentType = headers['content-type'];
  if (contentType !== undefined) return /^\s*(?:text\/html|application\/xhtml)/i.test(contentType);
  return /^\s*<(?:!doctype html|html)\b/i.test(new TextDecoder().decode(body.subarray(0, 256)));
}

function foreignMessage({ statusCode, headers }: RawAnswer): string {
  const type = headers['content-type'] ? `, ${headers['content-type']}` : '';
  return `The answer (HTTP ${statusCode}${type}) is not from Lambda.`;
}

interface ErrorBody {
  document: Record<string, unknown> | undefined;
  text: string;
}

/** AWS's own word where an answer says nothing; a plain text body (emulators, proxies) is its own message. */
function readMessage(headers: Record<string, string>, { document, text }: ErrorBody): string {
  const said = memberText(document, 'message') ?? headers['x-amzn-errormessage'];
  if (said) return said;
  const isPlain = /^\s*text\/plain/i.test(headers['content-type'] ?? '');
  return (isPlain && text.trim().slice(0, 2000)) || 'UnknownError';
}

/** STS and other query services answer `<ErrorResponse><Error><Code>…</Code><Message>…</Message>`. */
function parseXmlError(text: string): Record<string, unknown> | undefined {
  if (!text.slice(0, 200).includes('<ErrorResponse')) return undefined;
  return { code: elementText(text, 'Code'), message: elementText(text, 'Message') };
}

/** The text of an XML element that has no others in it. */
export function elementText(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)<`).exec(xml)?.[1];
}

/** Seconds; a date in place of seconds is not read, since no answer of Lambda carries one. */
function readRetryAfter(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}(?:\.\d+)?$/.test(value.trim()) ? Number(value) : undefined;
}
