import { Inbox, Sparkles, TextSelect } from 'lucide-react';
import type { Ref } from 'react';
import type { EventType } from '../../documents/event-type-list.ts';
import type { JsonEdit } from '../../documents/json-job.ts';
import type { Draft } from '../../state/types.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { EditorTab } from './editor-area.tsx';
import { EventTypeButton } from './event-type-button.tsx';
import { OpenFileButton } from './open-file-button.tsx';

export interface EditorToolbarProps {
  tab: EditorTab;
  draft: Draft;
  eventType: EventType | null;
  openFileRef: Ref<() => void>;
  /** Where the documents inside the payload are offered. */
  insideRef: Ref<HTMLSpanElement>;
  onChooseEventType: () => void;
  onSamples: () => void;
  onEdit: (edit: JsonEdit) => void;
  onFold: (folded: boolean) => void;
  onFile: (file: File) => void;
}

/** Explicit edits of the shown editor, each one undo step, and what concerns the payload as a whole. */
export function EditorToolbar({ tab, draft, eventType, openFileRef, insideRef, ...on }: EditorToolbarProps) {
  const binary = tab === 'payload' && draft.payload.encoding === 'binary';
  const unavailable = binary ? { disabledReason: 'The payload is binary.' } : {};
  const item = (label: string, shortcut: string, onSelect: () => void) => ({
    id: label,
    label,
    shortcut,
    onSelect,
    ...unavailable,
  });
  return (
    <>
      {tab === 'payload' && (
        <EventTypeButton id={draft.eventType} type={eventType} onChoose={on.onChooseEventType} />
      )}
      {tab === 'payload' && !binary && <span ref={insideRef} />}
      <IconButton
        label="Format"
        shortcut="Shift+Alt+F"
        size="small"
        icon={<Sparkles aria-hidden="true" />}
        onClick={() => on.onEdit('format')}
        {...unavailable}
      />
      <IconButton
        label="Sample events"
        shortcut="Shift+Alt+."
        size="small"
        icon={<Inbox aria-hidden="true" />}
        onClick={on.onSamples}
      />
      <OpenFileButton onFile={on.onFile} handleRef={openFileRef} />
      <Menu
        align="end"
        trigger={<IconButton label="More edits" size="small" icon={<TextSelect aria-hidden="true" />} />}
        items={[
          item('Minify', 'Shift+Alt+M', () => on.onEdit('minify')),
          item('Sort keys', 'Shift+Alt+S', () => on.onEdit('sort-keys')),
          'separator',
          item('Collapse', 'Shift+Alt+C', () => on.onFold(true)),
          item('Expand', 'Shift+Alt+E', () => on.onFold(false)),
        ]}
      />
    </>
  );
}
