import { jsonStateAfter } from './json-tokens.ts';
import type { JsonState } from './json-tokens.ts';
import type { TextRows } from './text-rows.ts';

/**
 * What each row of a JSON text begins in the middle of. Only rows that continue a line need to be looked at, and
 * each of them once, when it is first drawn: a jump to the end of 6 MB in one line takes some 20 ms.
 */
export function jsonRowStates(rows: TextRows): (row: number) => JsonState {
  // One byte a row, 0 for what is not known yet.
  const known = new Uint8Array(rows.count + 1);

  return (row) => {
    if (rows.lineNumber(row) !== null) return 'outside';
    let from = row;
    while (known[from] === 0 && rows.lineNumber(from) === null) from -= 1;
    let state = states[known[from] ?? 0] ?? 'outside';
    for (let at = from; at < row; at += 1) {
      state = jsonStateAfter(rows.text.slice(rows.start(at), rows.end(at)), state);
      known[at + 1] = states.indexOf(state);
    }
    return state;
  };
}

const states: readonly (JsonState | null)[] = [null, 'outside', 'in-string', 'after-backslash'];
