import { useRef, useState } from 'react';
import { sampleEvents } from '../../documents/events/event-list.ts';
import type { EventPorts } from '../../documents/events/event-maker.ts';
import type { FieldTexts } from '../../documents/events/fields.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { keptTexts } from './kept-texts.ts';
import type { ChosenPayload, PresetChoice } from './sample-choice.ts';
import { SamplesWindow } from './samples-window.tsx';

/** The texts of forms by the id of their event. */
export type TextsByEvent = Readonly<Record<string, FieldTexts>>;

export interface SamplesDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  presets: readonly PresetChoice[];
  /** What the forms had when they were last used. */
  kept: TextsByEvent;
  onKeep: (kept: TextsByEvent) => void;
  /** What a form without a region of its own begins with; null: what the event has. */
  region: string | null;
  /** Asked anew each time the window opens. */
  ports: () => EventPorts;
  takeEarlyKeys: () => string;
  onUse: (payload: ChosenPayload) => void;
  onOpenDraft: (payload: ChosenPayload) => void;
  /** The window has gone after something was used: the focus may move on. */
  onUsed: () => void;
}

/** Events of AWS services and the person's own presets, found in one box. */
export function SamplesDialog({ open, onOpenChange, kept, onKeep, onUsed, ...rest }: SamplesDialogProps) {
  const input = useRef<HTMLInputElement>(null);
  const wasUsed = useRef(false);
  const [edited, setEdited] = useState<TextsByEvent>({});
  const close = (): void => {
    if (Object.keys(edited).length > 0) onKeep(allKept({ ...kept, ...edited }));
    onOpenChange(false);
  };
  const using =
    <Payload,>(act: (payload: Payload) => void) =>
    (payload: Payload): void => {
      wasUsed.current = true;
      act(payload);
      close();
    };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) close();
      }}
      onClosed={() => {
        if (wasUsed.current) onUsed();
        wasUsed.current = false;
      }}
      title="Sample events"
      size="large"
      initialFocus={input}
    >
      <SamplesWindow
        {...rest}
        inputRef={input}
        texts={{ ...kept, ...edited }}
        onTexts={(id, texts) => setEdited({ ...edited, [id]: texts })}
        onUse={using(rest.onUse)}
        onOpenDraft={using(rest.onOpenDraft)}
        onOpenPreset={using((preset: PresetChoice) => preset.open())}
      />
    </Dialog>
  );
}

function allKept(texts: TextsByEvent): TextsByEvent {
  const entries = sampleEvents.map((event) => [event.id, keptTexts(event, texts[event.id] ?? {})] as const);
  return Object.fromEntries(entries.filter(([, kept]) => Object.keys(kept).length > 0));
}
