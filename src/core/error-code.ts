import { textAt } from './json-object.ts';

/**
 * The API's error name of an answer: X-Amzn-ErrorType, else the body's `code`, else its `__type`, keys in any case.
 * Undefined when the answer names none. `body` is the parsed body; header names are in lower case.
 */
export function readErrorCode(
  headers: Record<string, string>,
  body: Record<string, unknown> | undefined,
): string | undefined {
  const said = [headers['x-amzn-errortype'], memberText(body, 'code'), memberText(body, '__type')];
  return said.map(sanitizeErrorCode).find(Boolean);
}

/** `com.amazonaws.lambda#NotFound:http://…` -> `NotFound`; undefined for what cannot be an error name. */
export function sanitizeErrorCode(raw: string | undefined): string | undefined {
  const [first = ''] = (raw ?? '').split(/[,:]/, 1);
  const name = first.slice(first.indexOf('#') + 1).trim();
  return /^[A-Za-z][\w.-]{0,127}$/.test(name) ? name : undefined;
}

/** A text member of an error body, whatever the case of its key; the exact key is preferred. */
export function memberText(body: Record<string, unknown> | undefined, key: string): string | undefined {
  const names = Object.keys(body ?? {}).filter((name) => name.toLowerCase() === key);
  return [key, ...names].map((name) => textAt(body, name)).find(Boolean);
}
