import { offsetAt } from '../../documents/variants/path-at.ts';
import { payloadText } from '../../documents/payload.ts';
import { secretValues } from '../../state/environments.ts';
import type { Draft } from '../../state/types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { TextPlace } from '../../ui/text-place.ts';
import { useStore } from '../../ui/use-store.ts';
import { EnvironmentEditor } from './environment-editor.tsx';
import { VariablesPreview } from './variables-preview.tsx';
import type { VariablesPort } from './variables-port.ts';
import './variables-dialog.css';

export interface VariablesDialogProps {
  port: VariablesPort;
  draft: Draft;
  /** Of the row of variants that could not be sent. */
  values?: ReadonlyMap<string, string> | undefined;
  onClose: () => void;
  /** Leads to a place of the payload; the window closes. */
  onPlace: (place: TextPlace) => void;
}

/** Whether a draft's variables are replaced, what would be sent, and the values of environments. */
export function VariablesDialog({ port, draft, values, onClose, onPlace }: VariablesDialogProps) {
  const { actions } = port.drafts.getState();
  const environment = useStore(port.environments, (state) => state);
  const insert = (variable: string): void => {
    const text = payloadText(draft.payload);
    const at = offsetAt(text, draft.caret ?? { line: 1, column: 1 });
    actions.replacePayloadText(draft.id, text.slice(0, at) + variable + text.slice(at));
    actions.update(draft.id, { variables: true });
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Variables"
      description="In the strings of the payload, replaced at each send. {{{{ is sent as {{."
      size="large"
      footer={
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <Switch
        label="Variables in this draft"
        checked={draft.variables}
        onChange={(variables) => actions.update(draft.id, { variables })}
      />
      <section aria-label="Insert at the caret" className="variables-insert">
        {samples.map(([variable, what]) => (
          <Button key={variable} size="small" className="mono" title={what} onClick={() => insert(variable)}>
            {variable}
          </Button>
        ))}
      </section>
      <p className="field-hint">
        Inserted at the payload’s caret. A string that is one variable with a type, such as{' '}
        <code>{'"{{env.count|number}}"'}</code>, arrives without its quotes; types are number, boolean and
        json.
      </p>
      {draft.variables ? (
        <VariablesPreview
          expanded={port.preview(draft.payload, environment, values)}
          secrets={secretValues(environment)}
          onPlace={onPlace}
        />
      ) : (
        <p className="dim">Off: the payload is sent as it is, byte for byte.</p>
      )}
      <EnvironmentEditor store={port.environments} />
    </Dialog>
  );
}

const samples = [
  ['{{uuid}}', 'A new UUID each time'],
  ['{{now}}', 'The moment of the press, as 2026-05-01T10:00:00.000Z'],
  ['{{now+1h|iso}}', 'An hour later; s, m, h, d, w and iso, ms, s, date'],
  ['{{randomInt 1 10}}', 'A whole number from 1 to 10'],
  ['{{env.name}}', 'The value “name” of the chosen environment'],
] as const;
