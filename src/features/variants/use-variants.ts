import { readVariants, soundVariants, type VariantsTable } from '../../documents/variants/variants-table.ts';
import type { Draft } from '../../state/types.ts';
import { showToast } from '../../ui/toast.ts';
import type { VariantsPort } from './variants-port.ts';

export interface VariantsEditing {
  table: VariantsTable;
  /** Changes the table as it is now, which may be newer than what is drawn. */
  change: (edit: (table: VariantsTable) => VariantsTable) => void;
  /** The same for what takes something away: it can be undone for a while. */
  changeAloud: (title: string, edit: (table: VariantsTable) => VariantsTable) => void;
}

/** The table of a draft. Each change is the draft's, and is kept with it. */
export function useVariants({ drafts }: VariantsPort, draft: Draft): VariantsEditing {
  const now = (): VariantsTable | null => {
    const one = drafts.getState().drafts.find(({ id }) => id === draft.id);
    return one ? readVariants(one.variants) : null;
  };
  const put = (table: VariantsTable): void =>
    drafts.getState().actions.update(draft.id, { variants: soundVariants(table) });
  const change: VariantsEditing['change'] = (edit) => {
    const before = now();
    if (before) put(edit(before));
  };
  return {
    table: readVariants(draft.variants),
    change,
    changeAloud(title, edit) {
      const before = now();
      if (!before) return;
      put(edit(before));
      showToast({ title, action: { label: 'Undo', onSelect: () => put(before) } });
    },
  };
}
