import { findInJson, type JsonPlace } from '../json-path-find.ts';
import { formatJsonPath } from '../json-path.ts';

const everything = [{ deep: true, key: null }] as const;

/** The path of the value that a caret stands in, or of the one that the name under it belongs to. */
export function pathAt(text: string, offset: number): string | null {
  const places = findInJson(text, everything);
  const around = places.filter(({ start, end }) => start <= offset && offset <= end);
  const innermost = around.at(-1);
  const depth = innermost?.path.length ?? 0;
  const next = places.find(
    ({ path, end }) => path.length === depth + 1 && end >= offset && lies(innermost, path),
  );
  const isContainer = innermost === undefined || /[[{]/.test(text[innermost.start] ?? '');
  const chosen = (isContainer ? next : undefined) ?? innermost;
  return chosen === undefined ? null : formatJsonPath(chosen.path);
}

function lies(parent: JsonPlace | undefined, path: JsonPlace['path']): boolean {
  return (parent?.path ?? []).every(({ key }, index) => path[index]?.key === key);
}

/** The offset of a line and a column, both from 1, in a text whose lines end with LF, CRLF or CR. */
export function offsetAt(text: string, { line, column }: { line: number; column: number }): number {
  const ends = /\r\n|\r|\n/g;
  let start = 0;
  for (let passed = 1; passed < line && ends.exec(text) !== null; passed += 1) start = ends.lastIndex;
  return Math.min(start + column - 1, text.length);
}
