import { useEffect, useRef } from 'react';
import { retryModes } from '../../documents/request-options.ts';
import type { Draft } from '../../state/types.ts';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fieldMessages } from './field-messages.ts';
import type { RareOption } from './more-options.tsx';
import type { FieldNotes } from './request-notes.ts';

export interface MoreOptionsFieldsProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  problems: ReadonlyMap<string, string>;
  notes: FieldNotes;
  /** The box that is to have the focus. */
  wanted: RareOption | null;
  /** It has it. */
  onReached: () => void;
}

/** One line of what each of the rarer options does. */
export function MoreOptionsFields(props: MoreOptionsFieldsProps) {
  const { draft, onChange, problems, notes, wanted, onReached } = props;
  const fields = useRef<HTMLDivElement>(null);
  // These come late, and after their box was asked for.
  useEffect(() => {
    if (wanted === null) return;
    fields.current?.querySelector<HTMLElement>(`[name="${wanted}"]`)?.focus();
    onReached();
  }, [wanted, onReached]);
  const messages = (name: RareOption) => fieldMessages(name, { problems, notes });
  return (
    <div ref={fields} className="more-options-fields">
      <TextField
        label="Tenant ID"
        name="tenantId"
        mono
        hint="X-Amz-Tenant-Id, for functions that isolate their tenants."
        value={draft.tenantId}
        onChange={(tenantId) => onChange({ tenantId })}
        {...messages('tenantId')}
      />
      <TextField
        label="Durable execution name"
        name="durableExecutionName"
        mono
        hint="The same name with the same payload gives the execution that exists."
        value={draft.durableExecutionName}
        onChange={(durableExecutionName) => onChange({ durableExecutionName })}
        {...messages('durableExecutionName')}
      />
      <TextField
        label="Trace ID"
        name="traceId"
        mono
        hint="X-Amzn-Trace-Id, sent unsigned."
        value={draft.traceId}
        onChange={(traceId) => onChange({ traceId })}
        {...messages('traceId')}
      />
      <Select
        label="Retry mode"
        value={draft.retryMode}
        onChange={(retryMode) => onChange({ retryMode })}
        options={retryChoices}
        hint={retryHints[draft.retryMode]}
      />
      <Switch
        label="Private runs"
        checked={draft.isPrivate}
        onChange={(isPrivate) => onChange({ isPrivate })}
        hint="Nothing of the runs of this draft is written to the history."
      />
    </div>
  );
}

const retryChoices = retryModes.map((value) => ({ value, label: value }));

const retryHints: Record<Draft['retryMode'], string> = {
  safe: 'Sent again only where the answer proves that nothing ran.',
  standard:
    'As the AWS SDKs: also after network errors and 5xx, so one press may run the function several times.',
  off: 'Sent once, whatever happens.',
};
