export type JsonTokenKind = 'key' | 'string' | 'number' | 'keyword' | 'punctuation' | 'plain';

export interface JsonToken {
  kind: JsonTokenKind;
  text: string;
}

/** What a piece of JSON begins in the middle of. */
export type JsonState = 'outside' | 'in-string' | 'after-backslash';

/**
 * Colours for a piece of JSON that may begin and end anywhere, in a string even. It judges nothing: text that is
 * no JSON comes back as `plain`. The tokens joined are the piece.
 */
export function jsonTokens(piece: string, state: JsonState = 'outside'): JsonToken[] {
  const tokens: JsonToken[] = [];
  let at = 0;
  if (state !== 'outside') {
    at = restOfString(piece, state);
    if (at > 0) tokens.push({ kind: 'string', text: piece.slice(0, at) });
  }
  pattern.lastIndex = at;
  for (let match = pattern.exec(piece); match; match = pattern.exec(piece)) {
    if (match.index > at) tokens.push({ kind: 'plain', text: piece.slice(at, match.index) });
    const text = match[0];
    at = match.index + text.length;
    tokens.push({ kind: kindOf(text, piece, at), text });
    if (at === piece.length) break;
  }
  if (at < piece.length) tokens.push({ kind: 'plain', text: piece.slice(at) });
  return tokens;
}

/** The state after a piece, to begin the next one with. */
export function jsonStateAfter(piece: string, state: JsonState): JsonState {
  if (piece === '') return state;
  let inString = state !== 'outside';
  for (let at = state === 'after-backslash' ? 1 : 0; at < piece.length; at += 1) {
    const code = piece.charCodeAt(at);
    if (code === quote) inString = !inString;
    else if (code === backslash && inString) {
      if (at + 1 === piece.length) return 'after-backslash';
      at += 1;
    }
  }
  return inString ? 'in-string' : 'outside';
}

const quote = 0x22;
const backslash = 0x5c;
const pattern = /"(?:[^"\\]|\\.)*(?:"|\\?$)|-?\d[\d.eE+-]*|\b(?:true|false|null)\b|[{}[\],:]+/g;

function restOfString(piece: string, state: JsonState): number {
  for (let at = state === 'after-backslash' ? 1 : 0; at < piece.length; at += 1) {
    const code = piece.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === backslash) at += 1;
  }
  return piece.length;
}

function kindOf(text: string, piece: string, end: number): JsonTokenKind {
  const first = text.charCodeAt(0);
  if (first === quote) return /^\s*:/.test(piece.slice(end, end + 16)) ? 'key' : 'string';
  if (first === 0x2d || (first >= 0x30 && first <= 0x39)) return 'number';
  return /^[a-z]/.test(text) ? 'keyword' : 'punctuation';
}
