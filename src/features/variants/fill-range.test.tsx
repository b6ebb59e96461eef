import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { readVariants, type VariantsTable } from '../../documents/variants/variants-table.ts';
import { addColumn } from '../../documents/variants/table-edits.ts';
import { FillRange } from './fill-range.tsx';

test('a range is filled in by Enter in one of its fields, and what is no range stays to be corrected', async () => {
  const table = addColumn(readVariants(undefined), '$.n');
  let filled: VariantsTable | null = null;
  const onDone = vi.fn();
  const screen = await render(
    <FillRange table={table} changeAloud={(_title, edit) => (filled = edit(table))} onDone={onDone} />,
  );
  await screen.getByLabelText('To').fill('x');
  await userEvent.keyboard('{Enter}');
  expect(onDone).not.toHaveBeenCalled();
  await screen.getByLabelText('To').fill('3');
  await userEvent.keyboard('{Enter}');
  expect(onDone).toHaveBeenCalledOnce();
  expect(filled).toMatchObject({ rows: [['1'], ['2'], ['3']] });
});
