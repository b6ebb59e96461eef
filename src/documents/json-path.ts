import { jsonPathName } from './json-path-name.ts';

/** One step from a value to values inside it. `deep` steps look at every depth below, not only at the next. */
export interface JsonPathStep {
  readonly deep: boolean;
  /** A member's name, an index (negative ones count from the end), or null for every member and item. */
  readonly key: string | number | null;
}

export type JsonPath = readonly JsonPathStep[];

export type ParsedJsonPath =
  | { readonly ok: true; readonly path: JsonPath }
  /** `at` is the offset in the text that the message is about. */
  | { readonly ok: false; readonly at: number; readonly message: string };

/**
 * Reads a path into a JSON document: `$.order.items[0].id`, `$['a name']`, `$.items[*]`, `$..id`, `$.items[-1]`.
 * The `$` may be left out. Slices, unions and filters are refused by name.
 *
 * Source: RFC 9535 (JSONPath), sections 2.1 to 2.5, without slices, unions and filters.
 */
export function parseJsonPath(text: string): ParsedJsonPath {
  const steps: JsonPathStep[] = [];
  let at = text.startsWith('$') ? 1 : 0;
  if (at === 0 && /^[^.[]/u.test(text)) {
    const first = nameAt(text, 0);
    if ('message' in first) return { ok: false, ...first };
    steps.push({ deep: false, key: first.key });
    at = first.end;
  }
  while (at < text.length) {
    const found = stepAt(text, at);
    if ('message' in found) return { ok: false, ...found };
    steps.push({ deep: found.deep, key: found.key });
    at = found.end;
  }
  return { ok: true, path: steps };
}

/** The path as it is written: by dots where the name allows it. */
export function formatJsonPath(path: JsonPath): string {
  return `$${path.map(formatStep).join('')}`;
}

interface Fault {
  at: number;
  message: string;
}

interface Read {
  key: JsonPathStep['key'];
  end: number;
}

function formatStep({ deep, key }: JsonPathStep): string {
  const lead = deep ? '..' : '';
  if (key === null) return deep ? '..*' : '[*]';
  if (typeof key === 'number') return `${lead}[${key}]`;
  return plainName.test(key) ? `${deep ? '..' : '.'}${key}` : `${lead}[${JSON.stringify(key)}]`;
}

const plainName = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

function stepAt(text: string, at: number): (Read & { deep: boolean }) | Fault {
  const deep = text.startsWith('..', at);
  const from = at + (deep ? 2 : 0);
  if (text[from] === '[') return withDepth(bracketAt(text, from), deep);
  if (!deep && text[at] !== '.')
    return { at, message: 'A step begins with a dot or a bracket: $.orders[0].id' };
  return withDepth(nameAt(text, deep ? from : at + 1), deep);
}

function withDepth(read: Read | Fault, deep: boolean): (Read & { deep: boolean }) | Fault {
  return 'message' in read ? read : { ...read, deep };
}

function nameAt(text: string, at: number): Read | Fault {
  if (text[at] === '*') return { key: null, end: at + 1 };
  const name = /^[^.[\]'"*\s]+/u.exec(text.slice(at))?.[0];
  if (name === undefined)
    return { at, message: 'A name is missing here. Names with other signs are written ["like this"].' };
  return { key: name, end: at + name.length };
}

function bracketAt(text: string, at: number): Read | Fault {
  const inside = text.slice(at + 1);
  const quoted = jsonPathName(inside);
  if (quoted) return closed(text, at, { key: quoted.name, end: at + 1 + quoted.length });
  const plain = /^\s*(\*|-?\d+)\s*/u.exec(inside);
  if (plain) {
    const key = plain[1] === '*' ? null : Number(plain[1]);
    return closed(text, at, { key, end: at + 1 + plain[0].length });
  }
  return /^\s*\?/u.test(inside)
    ? { at, message: 'Filters such as [?(@.a)] are not understood here. Use [*] or an index.' }
    : { at, message: 'A bracket holds an index, * or a name in quotes: [0], [*], ["a name"]' };
}

function closed(text: string, at: number, read: Read): Read | Fault {
  if (text[read.end] === ']') return { ...read, end: read.end + 1 };
  return text[read.end] === ':' || text[read.end] === ','
    ? {
        at,
        message: 'Slices and unions such as [0:2] and [0,1] are not understood here. Use [*] or an index.',
      }
    : { at, message: 'The bracket is not closed.' };
}
