/** A run of text with one look. `className` is empty for plain text. */
export interface AnsiSegment {
  text: string;
  className: string;
}

/**
 * Turns SGR colour sequences into class names; every other control sequence (cursor, title, clipboard, links)
 * is dropped, so that a log can neither hide its lines nor reach outside of them. One pass over the text: an
 * escape that never ends costs its own length and swallows nothing after the line end.
 * Source: ECMA-48, 5.4 (control sequences) and 8.3.117 (SGR).
 */
export function ansiSegments(text: string): AnsiSegment[] {
  const segments: AnsiSegment[] = [];
  let look: Look = plain;
  let from = 0;
  const push = (to: number): void => {
    if (to > from) segments.push({ text: visible(text.slice(from, to)), className: classNameOf(look) });
  };
  for (let at = text.indexOf(escape); at !== -1; at = text.indexOf(escape, from)) {
    push(at);
    const sequence = readSequence(text, at);
    if (sequence.sgr !== null) look = applySgr(look, sequence.sgr);
    from = sequence.end;
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

function readSequence(text: string, at: number): Sequence {
  const kind = text[at + 1];
  if (kind === '[') {
    const match = /[0-?]*[ -/]*[@-~]?/y;
    match.lastIndex = at + 2;
    const body = match.exec(text)?.[0] ?? '';
    const isSgr = body.endsWith('m') && /^[\d;:]*m$/.test(body);
    return { end: at + 2 + body.length, sgr: isSgr ? body.slice(0, -1) : null };
  }
  if (kind === ']' || kind === 'P' || kind === 'X' || kind === '^' || kind === '_') {
    return { end: endOfString(text, at + 2), sgr: null };
  }
  return { end: at + (kind === undefined ? 1 : 2), sgr: null };
}

/** An operating-system command ends with BEL or ST, and here at the latest with the line. */
function endOfString(text: string, from: number): number {
  // eslint-disable-next-line no-control-regex -- the control characters are what is looked for
  const stop = /\u0007|\u001b\\|\n/g;
  stop.lastIndex = from;
  const found = stop.exec(text);
  if (found === null) return text.length;
  return found[0] === '\n' ? found.index : found.index + found[0].length;
}

function applySgr(look: Look, parameters: string): Look {
  let next = { ...look };
  const codes = parameters.split(/[;:]/).map((code) => (code === '' ? 0 : Number(code)));
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index] ?? 0;
    if (code === 38 || code === 48) {
      index += codes[index + 1] === 5 ? 2 : 4;
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

/** Control characters become their visible pictures, so that a lone CR cannot overwrite a line. */
function visible(text: string): string {
  // eslint-disable-next-line no-control-regex -- the control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, (character) =>
    character === '\u007f' ? '\u2421' : String.fromCharCode(0x2400 + character.charCodeAt(0)),
  );
}
