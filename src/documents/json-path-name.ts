/**
 * Reads a quoted member name at the beginning of a text, in either kind of quotes and with JSON's escapes; blanks
 * around it count. null when there is none.
 */
export function jsonPathName(text: string): { name: string; length: number } | null {
  const found = /^\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*/su.exec(text);
  const quoted = found?.[1];
  if (!found || quoted === undefined) return null;
  const name = unquote(quoted);
  return name === null ? null : { name, length: found[0].length };
}

function unquote(quoted: string): string | null {
  const inside = quoted.slice(1, -1);
  const json = quoted.startsWith("'")
    ? inside.replaceAll(/\\'|"/gu, (sign) => (sign === '"' ? '\\"' : "'"))
    : inside;
  try {
    const name: unknown = JSON.parse(`"${json}"`);
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}
