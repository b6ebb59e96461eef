import { useEffect, useState } from 'react';
import { Late } from '../../ui/late.tsx';
import { latePart } from '../../ui/late-part.ts';
import { whenIdle } from '../../ui/when-idle.ts';
import type { MoreOptionsFieldsProps } from './more-options-fields.tsx';
import './more-options.css';

/** The rarer members of InvokeInput, folded away until one of them is used or needed. */
export function MoreOptions(props: MoreOptionsFieldsProps) {
  const { draft, problems, notes, wanted } = props;
  const used = names.filter((name) => draft[name] !== '').length + (draft.isPrivate ? 1 : 0);
  const needed = used > 0 || 'tenantId' in notes || names.some((name) => problems.has(name));
  const [open, setOpen] = useState({ needed, wanted, is: needed });
  // It opens by itself, and never closes over the field that was just cleared.
  if (open.needed !== needed || open.wanted !== wanted)
    setOpen({ needed, wanted, is: open.is || needed || wanted !== null });
  const turn = (is: boolean): void => setOpen({ needed, wanted, is });
  useEffect(() => whenIdle(preloadFields), []);
  return (
    <details className="more-options" open={open.is} onToggle={(event) => turn(event.currentTarget.open)}>
      <summary>More options{used > 0 && ` · ${used} set`}</summary>
      <Late part={fields} props={props} asked={open.is} onFailed={() => turn(false)} />
    </details>
  );
}

const fields = latePart(async () => (await import('./more-options-fields.tsx')).MoreOptionsFields);

function preloadFields(): void {
  // Opening them tries again.
  fields.load().catch(() => undefined);
}

const names = ['tenantId', 'durableExecutionName', 'traceId'] as const;
export type RareOption = (typeof names)[number];
