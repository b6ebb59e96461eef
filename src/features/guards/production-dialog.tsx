import { useRef, useState, type RefObject } from 'react';
import { holdMs, nameToType, type RunProof } from '../../state/production-guard.ts';
import type { RunCommand } from '../../state/run-types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import { HoldButton } from './hold-button.tsx';
import './production-dialog.css';

export interface ProductionDialogProps {
  /** The run that waits; null closes. */
  command: RunCommand | null;
  /** False when the proof is none. */
  onConfirm: (proof: RunProof) => boolean;
  onCancel: () => void;
}

const formId = 'production-dialog';

/** Before a run on production: what will be sent, and where, above the name that has to be typed. */
export function ProductionDialog({ command, onConfirm, onCancel }: ProductionDialogProps) {
  const nameField = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      alert
      initialFocus={nameField}
      open={command !== null}
      onOpenChange={(next) => !next && onCancel()}
      title="Run on production?"
      footer={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <HoldButton
            label="Hold to run"
            holdMs={holdMs}
            onHeld={(heldMs) => onConfirm({ by: 'hold', heldMs })}
          />
          <Button type="submit" variant="primary" form={formId}>
            Run on production
          </Button>
        </>
      }
    >
      {command !== null && <Question {...{ command, onConfirm, nameField }} />}
    </Dialog>
  );
}

interface QuestionProps extends Pick<ProductionDialogProps, 'onConfirm'> {
  command: RunCommand;
  nameField: RefObject<HTMLInputElement | null>;
}

function Question({ command, onConfirm, nameField }: QuestionProps) {
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const name = nameToType(command.request);
  return (
    <form
      id={formId}
      className="production-dialog"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(!onConfirm({ by: 'name', typed }));
      }}
    >
      <Facts command={command} />
      <TextField
        label="Type the function’s name to run it"
        mono
        inputRef={nameField}
        placeholder={name}
        value={typed}
        error={tried && typed.trim() !== name ? `The name is ${name}.` : undefined}
        onChange={setTyped}
      />
    </form>
  );
}

function Facts({ command: { connection, request, series } }: { command: RunCommand }) {
  const { bytes } = request.payload;
  return (
    <>
      <KeyValue
        rows={[
          { key: 'Function', value: <VisibleText text={request.functionName} /> },
          { key: 'Qualifier', value: <VisibleText text={request.qualifier || 'none'} /> },
          { key: 'Invocation type', value: request.invocationType },
          { key: 'Connection', value: <VisibleText text={connection.name} /> },
          { key: 'Account', value: connection.accountId ?? 'not known' },
          { key: 'Region', value: connection.region },
          ...(series ? [{ key: 'Runs', value: `up to ${series.runs.toLocaleString()}` }] : []),
        ]}
      />
      <pre
        className="production-dialog-payload mono"
        aria-label={series ? 'Payload of the first run' : 'Payload'}
      >
        {bytes.length === 0 ? 'No payload' : new TextDecoder().decode(bytes.subarray(0, shownBytes))}
        {bytes.length > shownBytes && ` … (${bytes.length.toLocaleString()} bytes in all)`}
      </pre>
    </>
  );
}

const shownBytes = 2_000;
