import { decodeBase64 } from './decode-base64.ts';
import { defined } from './defined.ts';
import { parseJsonObject, textAt } from './json-object.ts';
import { parseLogReport } from './log-report.ts';
import type { LogTail } from './types.ts';

/** Lambda returns at most the last 4,096 bytes of a log. */
const TAIL_BYTES = 4096;

/**
 * Decodes the value of X-Amz-Log-Result. Never throws: what is not base64 is marked `invalid`.
 *
 * `requestId` (x-amzn-requestid) keeps report lines that the function printed about other requests out of
 * `report`; without it the last report of the log is taken.
 */
export function decodeLogTail(base64: string, requestId?: string): LogTail {
  const bytes = decodeBase64(base64);
  if (!bytes) return { base64, text: '', truncated: false, invalid: true };
  const text = decodeTailText(bytes);
  const isWhole = bytes.length < TAIL_BYTES || firstLineOfPlatform.test(text);
  return defined({
    base64,
    text,
    truncated: !isWhole,
    report: parseLogReport(text, requestId),
    location: parseLocation(text),
  });
}

/** A log of exactly 4,096 bytes or more may still be whole: then its first line is the platform's. */
const firstLineOfPlatform = /^(?:START RequestId: |INIT_START |[^\n]*"platform\.(?:initStart|start)")/;

/** The tail may begin inside a character: its remaining bytes (10xxxxxx) become one U+FFFD, not one each. */
function decodeTailText(bytes: Uint8Array): string {
  let cut = 0;
  while (cut < 3 && ((bytes[cut] ?? 0) & 0xc0) === 0x80) cut += 1;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(cut));
  return cut > 0 ? `\uFFFD${text}` : text;
}

/** Managed Instances send base64 of `{"logGroup", "logStreamName"}` in place of the text. */
function parseLocation(text: string): LogTail['location'] {
  const document = text.includes('"logStreamName"') ? parseJsonObject(text) : undefined;
  const logGroup = textAt(document, 'logGroup');
  const logStreamName = textAt(document, 'logStreamName');
  return logGroup !== undefined && logStreamName !== undefined ? { logGroup, logStreamName } : undefined;
}
