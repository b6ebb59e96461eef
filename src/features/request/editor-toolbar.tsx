import { Sparkles, TextSelect } from 'lucide-react';
import type { Ref } from 'react';
import type { JsonEdit } from '../../documents/json-job.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { OpenFileButton } from './open-file-button.tsx';

export interface EditorToolbarProps {
  /** The editor shows bytes, which have no text to edit. */
  binary: boolean;
  openFileRef: Ref<() => void>;
  onEdit: (edit: JsonEdit) => void;
  onFold: (folded: boolean) => void;
  onFile: (file: File) => void;
}

/** Explicit edits of the shown editor, each one undo step, and opening a file. */
export function EditorToolbar({ binary, openFileRef, onEdit, onFold, onFile }: EditorToolbarProps) {
  const unavailable = binary ? { disabledReason: 'The payload is binary.' } : {};
  const item = (id: string, label: string, act: { shortcut: string; onSelect: () => void }) => ({
    id,
    label,
    ...act,
    ...unavailable,
  });
  return (
    <>
      <IconButton
        label="Format"
        shortcut="Shift+Alt+F"
        size="small"
        icon={<Sparkles aria-hidden="true" />}
        onClick={() => onEdit('format')}
        {...unavailable}
      />
      <OpenFileButton onFile={onFile} handleRef={openFileRef} />
      <Menu
        align="end"
        trigger={<IconButton label="More edits" size="small" icon={<TextSelect aria-hidden="true" />} />}
        items={[
          item('minify', 'Minify', { shortcut: 'Shift+Alt+M', onSelect: () => onEdit('minify') }),
          item('sort', 'Sort keys', { shortcut: 'Shift+Alt+S', onSelect: () => onEdit('sort-keys') }),
          'separator',
          item('collapse', 'Collapse', { shortcut: 'Shift+Alt+C', onSelect: () => onFold(true) }),
          item('expand', 'Expand', { shortcut: 'Shift+Alt+E', onSelect: () => onFold(false) }),
        ]}
      />
    </>
  );
}
