export interface DiffLine {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** More than this many changed lines are shown as one text gone and another come. */
const mostChanges = 500;

/**
 * The shortest way from one text to another, line by line (Myers 1986). Lines end at \n, and a \r before it belongs to
 * the line, so that changed line ends show.
 */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = before.split('\n');
  const b = after.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return [
    ...a.slice(0, start).map(same),
    ...diffMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ];
}

/** Same lines further than `around` from any change, as counts. */
export function foldSame(lines: readonly DiffLine[], around = 3): (DiffLine | { folded: number })[] {
  const near = lines.map(() => false);
  for (const [index, { kind }] of lines.entries()) {
    if (kind !== 'same') near.fill(true, Math.max(0, index - around), index + around + 1);
  }
  const shown: (DiffLine | { folded: number })[] = [];
  for (const [index, line] of lines.entries()) {
    const last = shown.at(-1);
    if (near[index]) shown.push(line);
    else if (last !== undefined && 'folded' in last) shown[shown.length - 1] = { folded: last.folded + 1 };
    else shown.push({ folded: 1 });
  }
  return shown;
}

function diffMiddle(a: readonly string[], b: readonly string[]): DiffLine[] {
  const traces = findTraces(a, b);
  if (traces === null) return [...a.map(removed), ...b.map(added)];
  const lines: DiffLine[] = [];
  let x = a.length;
  let y = b.length;
  for (let depth = traces.length - 1; depth >= 0; depth -= 1) {
    const { fromAbove, x: startX, y: startY } = stepBack(traces[depth], x - y, depth);
    while (x > startX && y > startY) {
      x -= 1;
      y -= 1;
      lines.push(same(a[x] ?? ''));
    }
    if (depth > 0) lines.push(fromAbove ? added(b[startY] ?? '') : removed(a[startX] ?? ''));
    x = startX;
    y = startY;
  }
  return lines.toReversed();
}

/** Where the last change before a diagonal began, and whether it was a line that came. */
function stepBack(ends: ReadonlyMap<number, number> = new Map(), k = 0, depth = 0) {
  if (depth === 0) return { fromAbove: false, x: 0, y: 0 };
  const fromAbove = goesDown(ends, k, depth);
  const before = fromAbove ? k + 1 : k - 1;
  const x = ends.get(before) ?? 0;
  return { fromAbove, x, y: x - before };
}

/** For each number of changes, how far each diagonal had come before; null when there are too many. */
function findTraces(a: readonly string[], b: readonly string[]): ReadonlyMap<number, number>[] | null {
  const traces: ReadonlyMap<number, number>[] = [];
  const ends = new Map([[1, 0]]);
  for (let depth = 0; depth <= Math.min(mostChanges, a.length + b.length); depth += 1) {
    traces.push(new Map(ends));
    for (let k = -depth; k <= depth; k += 2) {
      let x = goesDown(ends, k, depth) ? (ends.get(k + 1) ?? 0) : (ends.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      ends.set(k, x);
      if (x >= a.length && x - k >= b.length) return traces;
    }
  }
  return null;
}

function goesDown(ends: ReadonlyMap<number, number>, k: number, depth: number): boolean {
  return k === -depth || (k !== depth && (ends.get(k - 1) ?? -1) < (ends.get(k + 1) ?? -1));
}

const same = (text: string): DiffLine => ({ kind: 'same', text });
const removed = (text: string): DiffLine => ({ kind: 'removed', text });
const added = (text: string): DiffLine => ({ kind: 'added', text });
