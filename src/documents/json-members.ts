import { JsonScanner, type JsonTokenKind } from './json-scan.ts';

/**
 * The members of a JSON object in order, each value as it is written: numbers keep their spelling, duplicate keys
 * stay. null when the text is no object. The text has been parsed before, so its JSON is sound.
 */
export function jsonMembers(text: string): [name: string, source: string][] | null {
  const scanner = new JsonScanner(text);
  if (nextKind(scanner) !== '{') return null;
  const members: [string, string][] = [];
  while (nextKind(scanner) === 'string') {
    const name: unknown = JSON.parse(scanner.token);
    scanner.next();
    members.push([String(name), valueSource(scanner)]);
    scanner.next();
  }
  return members;
}

function nextKind(scanner: JsonScanner): JsonTokenKind | null {
  return scanner.next() ? scanner.kind : null;
}

function valueSource(scanner: JsonScanner): string {
  scanner.next();
  const from = scanner.start;
  let depth = 0;
  do {
    if (scanner.kind === '{' || scanner.kind === '[') depth += 1;
    if (scanner.kind === '}' || scanner.kind === ']') depth -= 1;
  } while (depth > 0 && scanner.next());
  return scanner.text.slice(from, scanner.end);
}
