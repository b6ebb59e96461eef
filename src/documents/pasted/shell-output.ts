import { joinBytes, unescapeBytes } from './shell-escapes.ts';
import type { ShellCommand, ShellWord } from './shell-words.ts';

/** Bytes that a command line names; `why` when they are not in the line itself. */
export type GivenBytes = { ok: true; bytes: Uint8Array } | { ok: false; why: string };

/** What the command at `index` reads from its standard input, as far as the line itself says it. */
export function standardInput(commands: readonly ShellCommand[], index: number): GivenBytes {
  const input = commands[index]?.input ?? 'none';
  if (input === 'none') return unreadable('it is typed while the command runs');
  if (input === 'file') return unreadable('it lies in a file, which a page cannot open');
  if (input !== 'pipe') return wordBytes(input);
  const before = commands[index - 1];
  return before === undefined ? unreadable(otherCommand) : outputOf(before, commands, index - 1);
}

/** A word as bytes, unless only a shell could tell what it is. */
export function wordBytes({ text, expands }: ShellWord): GivenBytes {
  if (expands === 'command') return unreadable(otherCommand);
  return { ok: true, bytes: encoder.encode(text) };
}

function outputOf({ words }: ShellCommand, commands: readonly ShellCommand[], index: number): GivenBytes {
  const [program, ...args] = words;
  const isKnown = program !== undefined && words.every(({ expands }) => expands !== 'command');
  if (isKnown && program.text === 'printf') return printed(args.map(({ text }) => text));
  if (isKnown && program.text === 'echo') return echoed(args.map(({ text }) => text));
  if (isKnown && program.text === 'cat' && args.length === 0) return standardInput(commands, index);
  return unreadable(otherCommand);
}

/** The format is used again until the values are used up. */
function printed([format = '', ...values]: readonly string[]): GivenBytes {
  const pieces = format.split(/(%%|%[sb])/);
  const conversions = pieces.filter((piece) => /^%[sb]$/.test(piece)).length;
  if (pieces.some((piece) => piece.includes('%') && !/^%[%sb]$/.test(piece))) return unreadable(otherCommand);
  const rounds = conversions === 0 ? 1 : Math.max(1, Math.ceil(values.length / conversions));
  const chunks: Uint8Array[] = [];
  let used = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const piece of pieces) {
      if (piece === '%%') chunks.push(encoder.encode('%'));
      else if (piece === '%s') chunks.push(encoder.encode(values[used++] ?? ''));
      else if (piece === '%b') chunks.push(unescapeBytes(values[used++] ?? ''));
      else chunks.push(unescapeBytes(piece));
    }
  }
  return { ok: true, bytes: joinBytes(chunks) };
}

function echoed(args: readonly string[]): GivenBytes {
  const [first, ...rest] = args;
  if (first !== undefined && /^-[neE]*e[neE]*$/.test(first)) return unreadable(otherCommand);
  const isBare = first === '-n';
  return { ok: true, bytes: encoder.encode(isBare ? rest.join(' ') : `${args.join(' ')}\n`) };
}

function unreadable(why: string): GivenBytes {
  return { ok: false, why };
}

const otherCommand = 'it is what another command gives out';
const encoder = new TextEncoder();
