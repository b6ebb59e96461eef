/** The names that a person may have meant, nearest first: those that contain each other, and those a few letters away. */
export function nearNames(wanted: string, names: readonly string[], most = 3): string[] {
  const close = names
    .map((name) => ({ name, far: farness(wanted.toLowerCase(), name.toLowerCase()) }))
    .filter(({ far }) => far < 1);
  return close
    .toSorted((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

/** 0 for the same but for capitals; 1 and more for names that have too little in common. */
function farness(wanted: string, name: string): number {
  if (wanted === name) return 0;
  const length = Math.max(wanted.length, name.length);
  const isPart = wanted.length > 2 && name.length > 2 && (name.includes(wanted) || wanted.includes(name));
  const edits = editDistance(wanted, name) / Math.max(2, length * 0.4);
  return isPart ? Math.min(edits, 0.9) : edits;
}

/** Letters to insert, remove, replace or swap with their neighbour (restricted Damerau-Levenshtein). */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_value, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) row.push(cheapest({ a, b, i, j, rows }));
  }
  return rows.at(-1)?.at(-1) ?? 0;
}

interface Place {
  a: string;
  b: string;
  i: number;
  j: number;
  rows: readonly (readonly number[])[];
}

function cheapest({ a, b, i, j, rows }: Place): number {
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  const replace = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
  const isSwap = i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replace, isSwap ? at(i - 2, j - 2) + 1 : Infinity);
}
