import { useState } from 'react';
import type { Expectation } from '../../documents/expectations/expectation-types.ts';
import { fromRow, toRow, type ExpectationRow } from './expectation-row.ts';

/** The rows of the editor, each with a key that stays while others come and go. */
export function useRows(first: readonly Expectation[], added: Expectation | undefined) {
  const [rows, setRows] = useState<readonly ExpectationRow[]>(() =>
    [...first, ...(added ? [added] : [])].map(toRow),
  );
  return {
    rows,
    expectations: rows.map(fromRow),
    change: (row: ExpectationRow) => setRows(rows.map((one) => (one.key === row.key ? row : one))),
    remove: (key: number) => setRows(rows.filter((one) => one.key !== key)),
    append: () =>
      setRows([
        ...rows,
        toRow({ kind: 'outcome', is: 'success' }, Math.max(-1, ...rows.map(({ key }) => key)) + 1),
      ]),
  };
}
