import { useMemo } from 'react';
import { payloadText } from '../documents/payload.ts';
import { variableOf } from '../documents/variants/fill-payload.ts';
import { readVariants } from '../documents/variants/variants-table.ts';
import { VariableMarks } from '../features/variables/variable-marks.tsx';
import type { InsidePorts } from '../features/request/inside-ports.ts';
import type { Draft } from '../state/types.ts';
import { useStore } from '../ui/use-store.ts';
import { environments } from './environments.ts';
import { variableContext } from './late-variables.ts';

export interface VariableMarksHostProps {
  draft: Draft;
  editorRef: InsidePorts['editorRef'];
}

/** The variables in the payload's editor, while the draft has them on. */
export function VariableMarksHost({ draft, editorRef }: VariableMarksHostProps) {
  const environment = useStore(environments, (state) => state);
  const columns = useMemo(
    () => readVariants(draft.variants).columns.flatMap(({ path }) => variableOf(path) ?? []),
    [draft.variants],
  );
  return (
    <VariableMarks
      text={payloadText(draft.payload)}
      {...{ editorRef, environment, columns }}
      context={variableContext}
    />
  );
}
