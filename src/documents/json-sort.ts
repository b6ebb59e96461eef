import { formatJson } from './json-format.ts';
import { isJson } from './json-problems.ts';
import { JsonScanner } from './json-scan.ts';

/**
 * The same document with the members of every object in the order of their keys (by UTF-16 unit, as decoded);
 * members of the same key keep their order. Values keep their spelling. One line stays one line. Text that is
 * no JSON comes back as it is.
 */
export function sortJsonKeys(text: string): string {
  if (!isJson(text)) return text;
  const sorted = sortedTokens(new JsonScanner(text));
  return /[\r\n]/.test(text.trim()) ? formatJson(sorted) : sorted;
}

interface Member {
  key: string;
  text: string;
}

interface OpenContainer {
  kind: '{' | '[';
  members: Member[];
  key: string;
  keyToken: string;
}

function sortedTokens(scanner: JsonScanner): string {
  const open: OpenContainer[] = [];
  let whole = '';
  const finish = (value: string): void => {
    const container = open.at(-1);
    if (container === undefined) whole = value;
    else if (container.kind === '[') container.members.push({ key: '', text: value });
    else container.members.push({ key: container.key, text: `${container.keyToken}:${value}` });
  };
  let keyComes = false;
  while (scanner.next()) {
    const { kind } = scanner;
    const container = open.at(-1);
    if (kind === '{' || kind === '[') {
      open.push({ kind, members: [], key: '', keyToken: '' });
      keyComes = kind === '{';
    } else if (kind === '}' || kind === ']') {
      const closed = open.pop();
      if (closed !== undefined) finish(joined(closed));
      keyComes = false;
    } else if (kind === ',') {
      keyComes = container?.kind === '{';
    } else if (kind !== ':') {
      if (keyComes && container !== undefined) {
        container.keyToken = scanner.token;
        container.key = decodedKey(scanner.token);
        keyComes = false;
      } else finish(scanner.token);
    }
  }
  return whole;
}

/** By `+` and not by `join`, which would copy the inside of every container once for each level around it. */
function joined({ kind, members }: OpenContainer): string {
  const inOrder = kind === '[' ? members : members.toSorted(byKey);
  let inside = '';
  for (const { text } of inOrder) inside = inside === '' ? text : inside + ',' + text;
  return kind === '[' ? '[' + inside + ']' : '{' + inside + '}';
}

function byKey(a: Member, b: Member): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** The text was checked before, so a key is a JSON string. */
function decodedKey(token: string): string {
  return String(JSON.parse(token));
}
