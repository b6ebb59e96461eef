import { ClipboardPaste, FileDown, FileUp } from 'lucide-react';
import { useRef } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { exportStored } from './preset-actions.ts';
import { importPresets } from './preset-files.ts';
import type { PresetsPort } from './presets-port.ts';

/** How many presets there are, and the ways in and out for files. */
export function PresetListHead({ port, count }: { port: PresetsPort; count: number }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="preset-list-head">
      <h2>Presets</h2>
      <span className="tabular">{count}</span>
      <IconButton
        label="Import presets"
        size="small"
        icon={<FileUp aria-hidden="true" />}
        onClick={() => input.current?.click()}
      />
      <IconButton
        label="Paste a command or preset"
        size="small"
        icon={<ClipboardPaste aria-hidden="true" />}
        onClick={() => port.dialogs.getState().actions.show({ name: 'paste', text: '' })}
      />
      <IconButton
        label="Export all presets"
        size="small"
        icon={<FileDown aria-hidden="true" />}
        disabledReason={count === 0 ? 'there are none' : undefined}
        onClick={() => void exportStored(port, null)}
      />
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          for (const file of event.target.files ?? []) void importPresets(port, file);
          event.target.value = '';
        }}
      />
    </div>
  );
}
