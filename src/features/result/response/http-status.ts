import type { Tone } from '../../../ui/tone.ts';

/** What a status says by its class. Source: RFC 9110, section 15. */
export function statusTone(statusCode: number): Tone {
  if (statusCode < 200) return 'neutral';
  if (statusCode < 300) return 'success';
  if (statusCode < 400) return 'info';
  return statusCode < 500 ? 'warn' : 'error';
}

/** The usual words of a status; '' for one that has none. */
export function reasonPhrase(statusCode: number): string {
  return phrases[statusCode] ?? '';
}

const phrases: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  206: 'Partial Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  418: 'I’m a teapot',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
