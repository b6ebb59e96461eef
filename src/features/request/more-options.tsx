import type { Draft } from '../../state/types.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './more-options.css';

export interface MoreOptionsProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  problems: ReadonlyMap<string, string>;
}

/** The rarer members of InvokeInput, folded away until one of them is used. */
export function MoreOptions({ draft, onChange, problems }: MoreOptionsProps) {
  const used = [draft.tenantId, draft.durableExecutionName, draft.traceId].filter(
    (value) => value !== '',
  ).length;
  const wanted = ['tenantId', 'durableExecutionName', 'traceId'].some((field) => problems.has(field));
  return (
    <details className="more-options" open={used > 0 || wanted}>
      <summary>More options{used > 0 && ` · ${used} set`}</summary>
      <div className="more-options-fields">
        <TextField
          label="Tenant ID"
          mono
          hint="For functions with tenant isolation."
          value={draft.tenantId}
          error={problems.get('tenantId')}
          onChange={(tenantId) => onChange({ tenantId })}
        />
        <TextField
          label="Durable execution name"
          mono
          hint="The same name and payload return the execution that exists."
          value={draft.durableExecutionName}
          error={problems.get('durableExecutionName')}
          onChange={(durableExecutionName) => onChange({ durableExecutionName })}
        />
        <TextField
          label="Trace ID"
          mono
          hint="X-Amzn-Trace-Id, sent unsigned."
          value={draft.traceId}
          error={problems.get('traceId')}
          onChange={(traceId) => onChange({ traceId })}
        />
        <Select
          label="Retry"
          value={draft.retryMode}
          onChange={(retryMode) => onChange({ retryMode })}
          options={retryModes}
          hint={retryHints[draft.retryMode]}
        />
      </div>
    </details>
  );
}

const retryModes = [
  { value: 'safe', label: 'Safe' },
  { value: 'standard', label: 'Standard (AWS SDK)' },
  { value: 'off', label: 'Off' },
] as const;

const retryHints: Record<Draft['retryMode'], string> = {
  safe: 'Sent again only where the answer proves that nothing ran.',
  standard:
    'As the AWS SDKs: also after network errors and 5xx, so one press may run the function several times.',
  off: 'Sent once, whatever happens.',
};
