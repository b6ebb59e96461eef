import type { ApiError, ApiErrorName } from '../api/api-error.ts';
import type { ApiResponse } from '../http/messages.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** Elements in their order; a value is a text or further elements. */
export interface Elements {
  readonly [name: string]: string | Elements;
}

export function stsAnswer(action: string, result: Elements): ApiResponse {
  const requestId = crypto.randomUUID();
  const document = { [`${action}Result`]: result, ResponseMetadata: { RequestId: requestId } };
  return xmlResponse(200, requestId, element(`${action}Response`, document));
}

/** The query protocol's error. STS has older names than Lambda for what its front end refuses. */
export function stsError(error: ApiError): ApiResponse {
  const requestId = crypto.randomUUID();
  const [status, code] = names[error.code] ?? [500, 'InternalFailure'];
  const details = { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: error.message };
  return xmlResponse(status, requestId, element('ErrorResponse', { Error: details, RequestId: requestId }));
}

const names: Partial<Record<ApiErrorName, readonly [status: number, code: string]>> = {
  ValidationException: [400, 'ValidationError'],
  IncompleteSignatureException: [400, 'IncompleteSignature'],
  UnknownOperationException: [400, 'InvalidAction'],
  MissingAuthenticationTokenException: [403, 'MissingAuthenticationToken'],
  UnrecognizedClientException: [403, 'InvalidClientTokenId'],
  InvalidSignatureException: [403, 'SignatureDoesNotMatch'],
  ExpiredTokenException: [403, 'ExpiredToken'],
  AccessDeniedException: [403, 'AccessDenied'],
};

function xmlResponse(status: number, requestId: string, xml: string): ApiResponse {
  return {
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: Buffer.from(`${xml}\n`, 'utf8'),
  };
}

function element(name: string, content: Elements): string {
  return `<${name} xmlns="${NAMESPACE}">${inner(content)}</${name}>`;
}

function inner(content: string | Elements): string {
  if (typeof content === 'string') return escaped(content);
  return Object.entries(content)
    .map(([name, value]) => `<${name}>${inner(value)}</${name}>`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
