import { nearestColor } from './ansi-colors.ts';

/** A run of text with one look. `className` is empty for plain text. */
export interface AnsiSegment {
  text: string;
  className: string;
}

/**
 * Turns SGR colour sequences into class names; every other control sequence (cursor, title, clipboard, links)
 * is dropped, so that a log can neither hide its lines nor reach outside of them. A sequence that never ends is
 * none: it stays as text, and nothing behind it is lost. One pass over the text.
 * Source: ECMA-48, 5.4 (control sequences) and 8.3.117 (SGR).
 */
export function ansiSegments(text: string): AnsiSegment[] {
  const segments: AnsiSegment[] = [];
  let look: Look = plain;
  let from = 0;
  const push = (to: number): void => {
    if (to > from) segments.push({ text: text.slice(from, to), className: classNameOf(look) });
  };
  const endOfString = stringEnds(text);
  let searchFrom = 0;
  for (let at = text.indexOf(escape); at !== -1; at = text.indexOf(escape, searchFrom)) {
    const sequence = readSequence(text, at, endOfString);
    if (sequence === null) {
      searchFrom = at + 1;
      continue;
    }
    push(at);
    if (sequence.sgr !== null) look = applySgr(look, sequence.sgr);
    from = sequence.end;
    searchFrom = from;
  }
  push(text.length);
  return segments;
}

const escape = '\u001b';

interface Look {
  color: number | null;
  background: number | null;
  bold: boolean;
  dim: boolean;
  italic: boolean;
  underline: boolean;
}

const plain: Look = {
  color: null,
  background: null,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
};

interface Sequence {
  end: number;
  /** Parameters of an SGR sequence; null for any other. */
  sgr: string | null;
}

/** OSC, DCS, SOS, PM and APC take a string. */
const stringStarts = ']PX^_';

/** null: it has no end. */
function readSequence(text: string, at: number, endOfString: (from: number) => number): Sequence | null {
  const kind = text[at + 1];
  if (kind === '[') {
    const match = /[0-?]*[ -/]*[@-~]/y;
    match.lastIndex = at + 2;
    const body = match.exec(text)?.[0];
    if (body === undefined) return null;
    const isSgr = body.endsWith('m') && /^[\d;:]*m$/.test(body);
    return { end: at + 2 + body.length, sgr: isSgr ? body.slice(0, -1) : null };
  }
  if (kind !== undefined && stringStarts.includes(kind)) {
    const end = endOfString(at + 2);
    return end === -1 ? null : { end, sgr: null };
  }
  return kind === undefined ? null : { end: at + 2, sgr: null };
}

/**
 * Where a command of the operating system ends: with BEL or ST, on its own line; -1 when it does not. What was
 * looked through in vain is not looked through again, or many open commands would take quadratic time.
 */
function stringEnds(text: string): (from: number) => number {
  let emptyFrom = 0;
  let emptyTo = 0;
  return (from) => {
    if (from >= emptyFrom && from < emptyTo) return -1;
    // eslint-disable-next-line no-control-regex -- the control characters are what is looked for
    const stop = /\u0007|\u001b\\|\n/g;
    stop.lastIndex = from;
    const found = stop.exec(text);
    if (found !== null && found[0] !== '\n') return found.index + found[0].length;
    emptyFrom = from;
    emptyTo = found === null ? text.length : found.index;
    return -1;
  };
}

function applySgr(look: Look, parameters: string): Look {
  let next = { ...look };
  const codes = parameters.split(/[;:]/).map((code) => (code === '' ? 0 : Number(code)));
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index] ?? 0;
    if (code === 38 || code === 48) {
      const taken = codes[index + 1] === 5 ? 2 : 4;
      const color = nearestColor(codes.slice(index + 1, index + 1 + taken));
      next = { ...next, [code === 38 ? 'color' : 'background']: color };
      index += taken;
      continue;
    }
    next = applyCode(next, code);
  }
  return next;
}

function applyCode(look: Look, code: number): Look {
  if (code === 0) return plain;
  if (code >= 30 && code <= 37) return { ...look, color: code - 30 };
  if (code >= 90 && code <= 97) return { ...look, color: code - 90 };
  if (code === 39) return { ...look, color: null };
  if (code >= 40 && code <= 47) return { ...look, background: code - 40 };
  if (code >= 100 && code <= 107) return { ...look, background: code - 100 };
  if (code === 49) return { ...look, background: null };
  return { ...look, ...attributes.get(code) };
}

const attributes: ReadonlyMap<number, Partial<Look>> = new Map<number, Partial<Look>>([
  [1, { bold: true }],
  [2, { dim: true }],
  [3, { italic: true }],
  [4, { underline: true }],
  [22, { bold: false, dim: false }],
  [23, { italic: false }],
  [24, { underline: false }],
]);

function classNameOf(look: Look): string {
  return [
    look.color === null ? '' : `ansi-fg-${look.color}`,
    look.background === null ? '' : `ansi-bg-${look.background}`,
    look.bold ? 'ansi-bold' : '',
    look.dim ? 'ansi-dim' : '',
    look.italic ? 'ansi-italic' : '',
    look.underline ? 'ansi-underline' : '',
  ]
    .filter((name) => name !== '')
    .join(' ');
}
