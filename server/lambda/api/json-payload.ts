import { jsonProblems } from '../../../src/documents/json-problems.ts';
import { ApiError } from './api-error.ts';

/**
 * Lambda takes JSON only, and says where it is broken. The bytes go to the handler as they came.
 * @throws ApiError InvalidRequestContentException with line and column
 */
export function checkJsonPayload(bytes: Buffer): void {
  if (bytes.length === 0) return;
  const text = decode(bytes);
  try {
    JSON.parse(text);
  } catch {
    const [problem] = jsonProblems(text, 1);
    throw notJson(problem?.message ?? 'Unexpected content.', problem ?? { line: 1, column: 1 });
  }
}

function decode(bytes: Buffer): string {
  try {
    // A byte order mark goes to the handler as any other character.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const offset = firstInvalidByte(bytes);
    const before = bytes.toString('latin1', 0, offset);
    const place = { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
    throw notJson(`Invalid UTF-8 start byte 0x${bytes.toString('hex', offset, offset + 1)}`, place);
  }
}

function notJson(problem: string, { line, column }: { line: number; column: number }): ApiError {
  const place = `at [Source: (byte[]); line: ${line}, column: ${column}]`;
  const message = `Could not parse request body into json: Could not parse payload into json: ${problem}\n ${place}`;
  return new ApiError('InvalidRequestContentException', message);
}

/** A beginning decodes up to the byte that breaks it; halving finds that byte in a few decodings. */
function firstInvalidByte(bytes: Buffer): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValidBeginning(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return Math.min(low, bytes.length - 1);
}

function isValidBeginning(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
