import { useRef, useState, type RefObject } from 'react';
import { sampleEvents } from '../../documents/events/event-list.ts';
import { eventText } from '../../documents/events/event-text.ts';
import type { FieldTexts } from '../../documents/events/fields.ts';
import type { SampleEvent } from '../../documents/events/sample-event.ts';
import { findChoices } from './find-choices.ts';
import { PresetView } from './preset-view.tsx';
import type { ChosenPayload, PresetChoice } from './sample-choice.ts';
import { SampleForm } from './sample-form.tsx';
import { SampleList } from './sample-list.tsx';
import type { SamplesDialogProps, TextsByEvent } from './samples-dialog.tsx';
import './samples-window.css';

export interface SamplesWindowProps extends Pick<
  SamplesDialogProps,
  'presets' | 'region' | 'ports' | 'takeEarlyKeys' | 'onUse' | 'onOpenDraft'
> {
  inputRef: RefObject<HTMLInputElement | null>;
  texts: TextsByEvent;
  onTexts: (id: string, texts: FieldTexts) => void;
  onOpenPreset: (preset: PresetChoice) => void;
}

/** The list at the left, and what is chosen in it at the right; in a narrow window under it. */
export function SamplesWindow({
  inputRef,
  presets,
  takeEarlyKeys,
  onOpenPreset,
  ...rest
}: SamplesWindowProps) {
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const found = findChoices(sampleEvents, presets, query);
  const chosen = found.flat.find(({ id }) => id === wanted) ?? found.flat[0];
  const enter = (): void => {
    const first = form.current?.querySelector<HTMLElement>('input, select, textarea, [type="submit"]');
    first?.focus();
    // As Tab does it: what is typed takes the place of what is there.
    if (first instanceof HTMLInputElement) first.select();
  };
  return (
    <div className="samples-window">
      <SampleList
        {...{ query, found, inputRef }}
        onQuery={(next) => {
          setQuery(next);
          setWanted(null);
        }}
        chosenId={chosen?.id ?? null}
        onChoose={setWanted}
        onEnter={enter}
        onFocus={() => {
          const [early = ''] = takeEarlyKeys().split('\n');
          if (early !== '') setQuery(early);
        }}
      />
      {chosen?.kind === 'event' && (
        <EventView key={chosen.id} {...rest} event={chosen.event} formRef={form} />
      )}
      {chosen?.kind === 'preset' && (
        <PresetView
          key={chosen.id}
          preset={chosen.preset}
          formRef={form}
          onUse={({ bytes }) =>
            rest.onUse({ title: `Preset “${chosen.preset.name}”`, bytes, eventType: null })
          }
          onOpen={() => onOpenPreset(chosen.preset)}
        />
      )}
    </div>
  );
}

type EventViewProps = Pick<
  SamplesWindowProps,
  'region' | 'ports' | 'texts' | 'onTexts' | 'onUse' | 'onOpenDraft'
> & {
  event: SampleEvent;
  formRef: RefObject<HTMLFormElement | null>;
};

function EventView({ event, region, ports, texts, onTexts, onUse, onOpenDraft, formRef }: EventViewProps) {
  const [now] = useState(ports);
  const begun: FieldTexts = region !== null && Object.hasOwn(event.fields, 'region') ? { region } : {};
  const own = { ...begun, ...texts[event.id] };
  const payloadOf = (text: string): ChosenPayload => ({
    title: `${event.service}, ${event.title}`,
    bytes: new TextEncoder().encode(text),
    eventType: event.eventType,
  });
  return (
    <SampleForm
      event={event}
      texts={own}
      made={eventText(event, own, now)}
      onChange={(name, text) => onTexts(event.id, { ...own, [name]: text })}
      onReset={() => onTexts(event.id, {})}
      onUse={(text) => onUse(payloadOf(text))}
      onOpen={(text) => onOpenDraft(payloadOf(text))}
      formRef={formRef}
    />
  );
}
