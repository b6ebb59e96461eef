import type { MayHaveRun } from '../../../core/index.ts';
import { DataField } from '../data-field.tsx';

export interface MayHaveRunFieldProps {
  value: MayHaveRun | undefined;
  /** In place of the usual ones. */
  words?: string;
}

const usualWords: Readonly<Record<MayHaveRun, string>> = {
  no: 'The function did not run.',
  unknown: 'The function may have run, possibly more than once.',
  yes: 'The function ran; the answer is incomplete.',
};

/** Whether the function may have run: what everything else to do depends on. */
export function MayHaveRunField({ value, words }: MayHaveRunFieldProps) {
  if (value === undefined) return null;
  return (
    <strong>
      <DataField name="may-have-run" value={value}>
        {words ?? usualWords[value]}
      </DataField>
    </strong>
  );
}
