import { bytesText, unescapeBytes } from './shell-escapes.ts';

/** One word of a command line, without its quotes. What only a shell could fill in stays as it was written. */
export interface ShellWord {
  text: string;
  /** Whether a shell would put the value of a variable, or the output of a command, in its place. */
  expands: 'no' | 'variable' | 'command';
}

export interface ShellCommand {
  words: readonly ShellWord[];
  /** Its standard input: `pipe` is the output of the command before it in the list. */
  input: 'none' | 'pipe' | 'file' | ShellWord;
}

export type SplitShell = { ok: true; commands: readonly ShellCommand[] } | { ok: false; message: string };

/**
 * Splits a text as a POSIX shell would, without running anything: quotes (also `$'…'`), continued lines (also those
 * of PowerShell and cmd, which end with a backtick and a caret), pipes, here documents and comments. Nothing is
 * expanded. Time and memory are linear in the text.
 * Source: POSIX.1-2017, Shell Command Language, sections 2.2, 2.3 and 2.7.
 */
export function splitShell(text: string): SplitShell {
  return new ShellReader(text).read();
}

class ShellReader {
  readonly #text: string;
  #at = 0;
  #commands: ShellCommand[] = [];
  #words: ShellWord[] = [];
  #input: ShellCommand['input'] = 'none';
  #pieces: string[] | null = null;
  #expands: ShellWord['expands'] = 'no';
  #next: 'word' | 'output' | 'input' | 'here-string' | 'here-document' = 'word';
  /** The ends of the here documents that begin after this line. */
  #documents: string[] = [];
  #isClosed = true;

  constructor(text: string) {
    this.#text = text.replaceAll('\r\n', '\n');
  }

  read(): SplitShell {
    while (this.#at < this.#text.length) this.#step();
    this.#endCommand('none');
    return this.#isClosed
      ? { ok: true, commands: this.#commands }
      : { ok: false, message: 'A quote in this line is never closed. Paste the whole command.' };
  }

  #step(): void {
    const character = this.#text.charAt(this.#at);
    const take = takes[character];
    if (take !== undefined) take(this);
    else {
      const plain = this.#match(/[^\s'"\\$`^|&;<>()#]+/y);
      this.add(plain || character);
      if (plain === '') this.#at += 1;
    }
  }

  add(piece: string, expands: ShellWord['expands'] = 'no'): void {
    this.#pieces ??= [];
    this.#pieces.push(piece);
    if (expands !== 'no' && this.#expands !== 'command') this.#expands = expands;
  }

  blank(): void {
    this.#at += 1;
    this.#endWord();
  }

  newline(): void {
    this.#at += 1;
    this.#endWord();
    for (const end of this.#documents.splice(0)) this.#readDocument(end);
    this.#endCommand('none');
  }

  comment(): void {
    if (this.#pieces !== null) this.add(this.#match(/#/y));
    else this.#match(/[^\n]*/y);
  }

  backslash(): void {
    const escaped = this.#match(/\\[^]?/y);
    if (escaped !== '\\\n') this.add(escaped.slice(1));
  }

  /** PowerShell and cmd continue a line with these. */
  continuation(): void {
    if (this.#match(/[`^][ \t]*\n/y) !== '') return;
    if (this.#text.charAt(this.#at) === '^') this.add(this.#match(/\^/y));
    else this.add(this.#match(/`[^`]*`?/y), 'command');
  }

  single(): void {
    const end = this.#text.indexOf("'", this.#at + 1);
    this.#isClosed &&= end > 0;
    const close = end < 0 ? this.#text.length : end;
    this.add(this.#text.slice(this.#at + 1, close));
    this.#at = close + 1;
  }

  double(): void {
    this.#at += 1;
    this.add('');
    for (;;) {
      this.add(this.#match(/[^"\\$`]+/y));
      const character = this.#text.charAt(this.#at);
      if (character === '\\') {
        const escaped = this.#match(/\\[^]?/y);
        if (escaped !== '\\\n') this.add(/^\\["\\$`]/.test(escaped) ? escaped.slice(1) : escaped);
      } else if (character === '$') this.#expansion();
      else if (character === '`') this.add(this.#match(/`[^`]*`?/y), 'command');
      else break;
    }
    this.#isClosed &&= this.#match(/"/y) !== '';
  }

  dollar(): void {
    if (this.#text.startsWith("$'", this.#at)) {
      const quoted = this.#match(/\$'(?:[^'\\]|\\[^])*'?/y);
      this.#isClosed &&= quoted.length > 2 && quoted.endsWith("'");
      this.add(bytesText(unescapeBytes(quoted.slice(2, -1))));
    } else if (this.#text.startsWith('$"', this.#at)) {
      this.#at += 1;
      this.double();
    } else this.#expansion();
  }

  #expansion(): void {
    if (this.#text.startsWith('$(', this.#at)) this.add(this.#bracketed('(', ')'), 'command');
    else if (this.#text.startsWith('${', this.#at)) this.add(this.#bracketed('{', '}'), 'variable');
    else {
      const variable = this.#match(/\$\w+(?::\w+)?/y);
      if (variable === '') this.add(this.#match(/\$/y));
      else this.add(variable, 'variable');
    }
  }

  /** Counts brackets alone: quotes inside are part of what a shell would run or fill in. */
  #bracketed(open: string, close: string): string {
    const from = this.#at;
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text.charAt(this.#at);
      if (character === open) depth += 1;
      if (character === close && --depth === 0) break;
    }
    this.#at += 1;
    return this.#text.slice(from, this.#at);
  }

  separator(): void {
    const operator = this.#match(/\|\||&&|\|&|[|&;()]/y);
    this.#endCommand(operator.startsWith('|') && operator !== '||' ? 'pipe' : 'none');
  }

  output(): void {
    // `2>&1`: the number belongs to the arrow.
    if (this.#pieces !== null && /^\d$/.test(this.#pieces.join(''))) this.#pieces = null;
    this.#endWord();
    this.#next = this.#match(/>>?[&|]?\s*\d(?!\w)/y) === '' ? 'output' : 'word';
    if (this.#next === 'output') this.#match(/>>?[&|]?/y);
  }

  input(): void {
    this.#endWord();
    const arrow = this.#match(/<<<|<<-?|</y);
    this.#next = arrow === '<<<' ? 'here-string' : arrow === '<' ? 'input' : 'here-document';
  }

  #endWord(): void {
    if (this.#pieces === null) return;
    const word = { text: this.#pieces.join(''), expands: this.#expands };
    if (this.#next === 'word') this.#words.push(word);
    if (this.#next === 'input') this.#input = 'file';
    if (this.#next === 'here-string') this.#input = { ...word, text: `${word.text}\n` };
    if (this.#next === 'here-document') this.#documents.push(word.text);
    this.#next = 'word';
    this.#pieces = null;
    this.#expands = 'no';
  }

  #readDocument(end: string): void {
    const lines: string[] = [];
    while (this.#at < this.#text.length) {
      const line = this.#match(/[^\n]*\n?/y);
      if (line.trim() === end) break;
      lines.push(line);
    }
    this.#input = { text: lines.join(''), expands: 'no' };
  }

  #endCommand(nextInput: 'none' | 'pipe'): void {
    this.#endWord();
    if (this.#words.length > 0) this.#commands.push({ words: this.#words, input: this.#input });
    // A line may end behind its pipe.
    const isPipe = nextInput === 'pipe' || (this.#words.length === 0 && this.#input === 'pipe');
    this.#words = [];
    this.#input = isPipe ? 'pipe' : 'none';
  }

  #match(sticky: RegExp): string {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }
}

const takes: Readonly<Record<string, (reader: ShellReader) => void>> = {
  ' ': (reader) => reader.blank(),
  '\t': (reader) => reader.blank(),
  '\r': (reader) => reader.blank(),
  '\n': (reader) => reader.newline(),
  '#': (reader) => reader.comment(),
  '\\': (reader) => reader.backslash(),
  '`': (reader) => reader.continuation(),
  '^': (reader) => reader.continuation(),
  "'": (reader) => reader.single(),
  '"': (reader) => reader.double(),
  $: (reader) => reader.dollar(),
  '|': (reader) => reader.separator(),
  '&': (reader) => reader.separator(),
  ';': (reader) => reader.separator(),
  '(': (reader) => reader.separator(),
  ')': (reader) => reader.separator(),
  '>': (reader) => reader.output(),
  '<': (reader) => reader.input(),
};
