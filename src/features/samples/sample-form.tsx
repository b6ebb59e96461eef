import { RotateCcw } from 'lucide-react';
import { useRef, type Ref } from 'react';
import type { EventText } from '../../documents/events/event-text.ts';
import type { FieldTexts } from '../../documents/events/fields.ts';
import type { SampleEvent } from '../../documents/events/sample-event.ts';
import { Button } from '../../ui/button.tsx';
import { formatBytes } from '../../ui/format-numbers.ts';
import { SampleFields } from './sample-fields.tsx';
import './sample-form.css';
import { SamplePreview } from './sample-preview.tsx';

export interface SampleFormProps {
  event: SampleEvent;
  texts: FieldTexts;
  /** What the form makes. */
  made: EventText;
  onChange: (name: string, text: string) => void;
  onReset: () => void;
  onUse: (text: string) => void;
  onOpen: (text: string) => void;
  formRef: Ref<HTMLFormElement>;
}

/** An event as a form, with what it makes under it. Enter in a field uses it, Ctrl+Enter in one of several lines. */
export function SampleForm({
  event,
  texts,
  made,
  onChange,
  onReset,
  onUse,
  onOpen,
  formRef,
}: SampleFormProps) {
  const body = useRef<HTMLDivElement>(null);
  const withText = (act: (text: string) => void): void => {
    if (made.ok) act(made.text);
    else body.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  };
  const isChanged = Object.entries(event.fields).some(
    ([name, { value }]) => (texts[name] ?? value) !== value,
  );
  return (
    <form
      ref={formRef}
      className="sample-form"
      aria-label={`${event.service}, ${event.title}`}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        withText(onUse);
      }}
    >
      <div className="sample-form-head">
        <h3>
          {event.service} <span>{event.title}</span>
        </h3>
        <p>{event.says}</p>
      </div>
      <div ref={body} className="sample-form-fields">
        <SampleFields
          fields={event.fields}
          texts={texts}
          problems={made.ok ? new Map() : made.problems}
          onChange={onChange}
        />
      </div>
      <SamplePreview text={made.ok ? made.text : null} />
      <div className="sample-form-actions">
        <span className="sample-form-size tabular">
          {made.ok && formatBytes(new TextEncoder().encode(made.text).length)}
        </span>
        {isChanged && (
          <Button variant="ghost" icon={<RotateCcw aria-hidden="true" />} onClick={onReset}>
            Reset
          </Button>
        )}
        <Button onClick={() => withText(onOpen)}>Open in a new draft</Button>
        <Button variant="primary" type="submit">
          Use as payload
        </Button>
      </div>
    </form>
  );
}
