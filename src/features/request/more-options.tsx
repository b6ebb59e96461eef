import type { Draft } from '../../state/types.ts';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { FieldNotes } from './request-notes.ts';
import { fieldMessages } from './field-messages.ts';
import './more-options.css';

export interface MoreOptionsProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  problems: ReadonlyMap<string, string>;
  notes: FieldNotes;
}

/** The rarer members of InvokeInput, folded away until one of them is used or needed. */
export function MoreOptions({ draft, onChange, problems, notes }: MoreOptionsProps) {
  const used = names.filter((name) => draft[name] !== '').length + (draft.isPrivate ? 1 : 0);
  const needed = names.some((name) => problems.has(name)) || 'tenantId' in notes;
  const messages = (name: (typeof names)[number]) => fieldMessages(name, { problems, notes });
  return (
    <details className="more-options" open={used > 0 || needed}>
      <summary>More options{used > 0 && ` · ${used} set`}</summary>
      <div className="more-options-fields">
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
          options={retryModes}
          hint={retryHints[draft.retryMode]}
        />
        <Switch
          label="Private runs"
          checked={draft.isPrivate}
          onChange={(isPrivate) => onChange({ isPrivate })}
          hint="Nothing of the runs of this draft is written to the history."
        />
      </div>
    </details>
  );
}

const names = ['tenantId', 'durableExecutionName', 'traceId'] as const;

const retryModes = [
  { value: 'safe', label: 'safe' },
  { value: 'standard', label: 'standard (AWS SDK)' },
  { value: 'off', label: 'off' },
] as const;

const retryHints: Record<Draft['retryMode'], string> = {
  safe: 'Sent again only where the answer proves that nothing ran.',
  standard:
    'As the AWS SDKs: also after network errors and 5xx, so one press may run the function several times.',
  off: 'Sent once, whatever happens.',
};
