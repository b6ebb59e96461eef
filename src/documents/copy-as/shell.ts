import { needsEscape } from './unsafe-characters.ts';

/**
 * One word of a POSIX shell, whatever is in it. `~`, `=` and `-` at the start mean something to a shell or to a
 * program, so only plain words go without quotes.
 */
export function shellWord(text: string): string {
  return /^\w[\w/:.,@%+-]*$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** `--name value`; a value that begins with a dash would be taken for the next option. */
export function shellOption(name: string, value: string): string {
  return value.startsWith('-') ? `--${name}=${shellWord(value)}` : `--${name} ${shellWord(value)}`;
}

/**
 * A `printf` that writes exactly these bytes. Text goes in single quotes as it is. Bytes that a terminal would act
 * on when pasted (a carriage return is Enter, an escape can end the paste) are written as octal numbers, and so
 * is all that is no UTF-8. A builtin of every POSIX shell, `printf` knows no limit of length.
 */
export function printfOf(bytes: Uint8Array): string {
  const text = utf8(bytes);
  if (text !== null && !needsEscape(text, '\n')) return `printf '%s' ${quoted(text)}`;
  const format = text === null ? formatOfBytes(bytes) : formatOfText(text);
  // A format that begins with a dash would be an option, and not every printf knows `--`.
  return `printf ${quoted(format.replace(/^-/, octal(0x2d)))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function formatOfText(text: string): string {
  let format = '';
  for (const character of text) {
    format += needsEscape(character, '\n')
      ? Array.from(new TextEncoder().encode(character), octal).join('')
      : formatOfCharacter(character);
  }
  return format;
}

function formatOfBytes(bytes: Uint8Array): string {
  let format = '';
  for (const byte of bytes) {
    const isPlain = (byte >= 0x20 && byte < 0x7f) || byte === 0x0a;
    format += isPlain ? formatOfCharacter(String.fromCharCode(byte)) : octal(byte);
  }
  return format;
}

function formatOfCharacter(character: string): string {
  if (character === '%') return '%%';
  return character === '\\' ? '\\\\' : character;
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`;
}
