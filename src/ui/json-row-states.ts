import { jsonStateAfter } from './json-tokens.ts';
import type { JsonState } from './json-tokens.ts';
import type { TextRows } from './text-rows.ts';

/**
 * What each row of a JSON text begins in the middle of. Only rows that continue a line need to be looked at, and
 * each of them once, when it is first drawn: a jump to the end of 6 MB in one line takes some 20 ms.
 */
export function jsonRowStates(rows: TextRows): (row: number) => JsonState {
  const known = new Map<number, JsonState>();
  let scannedTo = -1;

  return (row) => {
    if (rows.lineNumber(row) !== null) return 'outside';
    const cached = known.get(row);
    if (cached !== undefined) return cached;
    let from = row - 1;
    while (rows.lineNumber(from) === null && from > scannedTo) from -= 1;
    let state = known.get(from) ?? 'outside';
    for (let at = from; at < row; at += 1) {
      state = jsonStateAfter(rows.text, rows.start(at), rows.end(at), state);
      known.set(at + 1, state);
    }
    scannedTo = Math.max(scannedTo, row);
    return state;
  };
}
