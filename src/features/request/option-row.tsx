import { invocationTypes } from '../../documents/request-options.ts';
import type { Draft } from '../../state/types.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Switch } from '../../ui/switch.tsx';
import { optionNotes, typeHints } from './option-notes.ts';
import './option-row.css';

export interface OptionRowProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

/** Invocation type, tail log and streaming, in the API's own words, and what does not go together. */
export function OptionRow({ draft, onChange }: OptionRowProps) {
  const { invocationType, tailLog, stream } = draft;
  const notes = optionNotes(draft);
  return (
    <>
      <div className="option-row">
        <Segmented
          label="Invocation type"
          value={invocationType}
          onChange={(value) => onChange({ invocationType: value })}
          options={typeChoices}
        />
        <Switch
          label="Tail log"
          checked={tailLog}
          onChange={(value) => onChange({ tailLog: value })}
          hint="LogType Tail: the last 4 KB of the log come back with the response."
          {...reasonIf(
            !tailLog && invocationType !== 'RequestResponse',
            'Lambda gives a log tail for RequestResponse alone.',
          )}
        />
        <Switch
          label="Stream response"
          checked={stream}
          onChange={(value) => onChange({ stream: value })}
          hint="InvokeWithResponseStream: the response arrives in chunks."
          {...reasonIf(!stream && invocationType === 'Event', 'An Event has no response to stream.')}
        />
      </div>
      {notes.length > 0 && (
        <ul className="option-row-notes" role="status">
          {notes.map(({ tone, text }) => (
            <li key={text} data-tone={tone}>
              {text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const typeChoices = invocationTypes.map((value) => ({
  value,
  label: value,
  hint: typeHints[value],
}));

/** What is on can always be turned off. */
function reasonIf(unavailable: boolean, disabledReason: string): { disabledReason?: string } {
  return unavailable ? { disabledReason } : {};
}
