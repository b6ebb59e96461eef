import { Plus } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Expectation } from '../../documents/expectations/expectation-types.ts';
import { expectationProblem } from '../../documents/expectations/expectation-problem.ts';
import type { PresetOrigin } from '../../state/preset-types.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { focusAfter } from '../../ui/focus-after.ts';
import './expectations-dialog.css';
import type { ExpectationsPort } from './expectations-port.ts';
import { lastResponse } from './last-response.ts';
import { RowEditor } from './row-editor.tsx';
import { readKnown, saveExpectations, type KnownPreset } from './save-expectations.ts';
import { useRows } from './use-rows.ts';

export interface ExpectationsDialogProps {
  port: ExpectationsPort;
  of: PresetOrigin;
  /** What is added to those of the preset. */
  add: Expectation | undefined;
  onClose: () => void;
}

/** The editor of what the runs of a preset should turn out to be. */
export function ExpectationsDialog({ port, of, add, onClose }: ExpectationsDialogProps) {
  const [known, setKnown] = useState<KnownPreset | null>(null);
  useEffect(() => {
    let wanted = true;
    void readKnown(port, of).then((read) => {
      if (!wanted) return;
      if (read === null) onClose();
      else setKnown((before) => before ?? read);
    });
    return () => {
      wanted = false;
    };
  }, [port, of, onClose]);
  return known && <ExpectationsForm {...{ port, known, add, onClose }} />;
}

const formId = 'expectations';

/** Whoever adds an expectation goes on in it. */
function kindOfLast(list: HTMLElement | null): HTMLElement | null {
  return list?.querySelector<HTMLElement>('li:last-child select') ?? null;
}

interface FormProps extends Omit<ExpectationsDialogProps, 'of'> {
  known: KnownPreset;
}

function ExpectationsForm({ port, known, add, onClose }: FormProps) {
  const { preset } = known;
  const { rows, expectations, change, remove, append } = useRows(preset.expectations, add);
  const [response] = useState(() => lastResponse(port, known.origin));
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const save = async (): Promise<void> => {
    const message = await saveExpectations(port, known, expectations);
    setRefusal(message);
    // What was saved may have led to a question, which stays.
    if (message === null && port.dialogs.getState().open?.name === 'expectations') onClose();
  };
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (expectations.every((one) => expectationProblem(one) === null)) void save();
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={`Expectations of ${preset.name}`}
      description="Looked at after each run of the preset, on stored runs, and by npm run presets -- run."
      size="large"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" form={formId}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} className="expectations-form" onSubmit={handleSubmit} noValidate>
        {rows.length === 0 && (
          <p className="dim">There is none yet: any outcome of a run is taken as it comes.</p>
        )}
        <ol ref={list} className="expectations-rows" aria-label="Expectations">
          {rows.map((row, index) => (
            <RowEditor
              key={row.key}
              {...{ row, tried, response }}
              number={index + 1}
              onChange={change}
              onRemove={() => {
                remove(row.key);
                addButton.current?.focus();
              }}
            />
          ))}
        </ol>
        <div>
          <Button
            ref={addButton}
            icon={<Plus aria-hidden="true" />}
            onClick={() => focusAfter(append, () => kindOfLast(list.current))}
          >
            Add expectation
          </Button>
        </div>
        <p className="dim">
          A path with stars expects the same of every value it leads to. Patterns run in time that grows with
          the text alone: lookarounds and back-references are not understood, and texts of more than 65,536
          characters are not matched.
        </p>
        {refusal !== null && (
          <Callout tone="error" title="Not saved">
            {refusal}
          </Callout>
        )}
      </form>
    </Dialog>
  );
}
