import { FileUp, Sparkles, TextSelect } from 'lucide-react';
import { useRef, type RefObject } from 'react';
import { formatJson, minifyJson } from '../../documents/json-format.ts';
import { sortJsonKeys } from '../../documents/json-sort.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { JsonEditorHandle } from '../../ui/json-editor.tsx';
import { Menu } from '../../ui/menu.tsx';

export interface EditorToolbarProps {
  editorRef: RefObject<JsonEditorHandle | null>;
  /** The editor shows bytes, which have no text to edit. */
  binary: boolean;
  onFile: (file: File) => void;
}

/** Explicit edits of the shown editor, each one undo step, and opening a file. */
export function EditorToolbar({ editorRef, binary, onFile }: EditorToolbarProps) {
  const edit = (change: (text: string) => string): void => {
    const editor = editorRef.current;
    if (editor === null) return;
    editor.replaceAll(change(editor.getText()));
    editor.focus();
  };
  const unavailable = binary ? { disabledReason: 'The payload is binary.' } : {};
  return (
    <>
      <IconButton
        label="Format"
        shortcut="Shift+Alt+F"
        size="small"
        icon={<Sparkles aria-hidden="true" />}
        onClick={() => edit(formatJson)}
        {...unavailable}
      />
      <OpenFile onFile={onFile} />
      <Menu
        align="end"
        trigger={<IconButton label="More edits" size="small" icon={<TextSelect aria-hidden="true" />} />}
        items={[
          { id: 'minify', label: 'Minify', onSelect: () => edit(minifyJson), ...unavailable },
          { id: 'sort', label: 'Sort keys', onSelect: () => edit(sortJsonKeys), ...unavailable },
        ]}
      />
    </>
  );
}

function OpenFile({ onFile }: { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        label="Open file as payload"
        size="small"
        icon={<FileUp aria-hidden="true" />}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          const file = event.target.files?.item(0);
          // The same file may be chosen again after it changed on disk.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
