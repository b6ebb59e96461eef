import { ClipboardPaste, FileDown, FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { PresetSummary } from '../../state/preset-types.ts';
import { Button } from '../../ui/button.tsx';
import { byGroup } from '../../ui/group-by.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useStore } from '../../ui/use-store.ts';
import { FolderPresets } from './folder-presets.tsx';
import { exportStored } from './preset-actions.ts';
import { importPresets } from './preset-files.ts';
import './preset-list.css';
import { PresetRow } from './preset-row.tsx';
import type { PresetsPort } from './presets-port.ts';
import { useRovingRows } from './use-roving-rows.ts';

export interface PresetListProps {
  port: PresetsPort;
  /** Words of which each must occur in name, function, qualifier or tags. */
  filter: string;
  /** A draft was opened: narrow windows show it then. */
  onOpened: () => void;
}

/** About two screens: each row has a menu, and drawing them is what a key in the filter waits for. */
const pageRows = 60;

/** The presets of this device by function. A press opens one as a draft; nothing is run. */
export function PresetList({ port, filter, onOpened }: PresetListProps) {
  const summaries = useStore(port.store, (state) => state.summaries);
  const [limit, setLimit] = useState(pageRows);
  const list = useRef<HTMLElement>(null);
  useRovingRows(list);
  const words = filter.toLowerCase().split(/\s+/);
  const found = summaries.filter((summary) => matches(summary, words));
  const groups = byGroup(found.slice(0, limit).map((summary) => ({ summary, group: summary.functionName })));
  return (
    <section
      ref={list}
      className="preset-list"
      aria-label="Presets"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        for (const file of event.dataTransfer.files) void importPresets(port, file);
      }}
      onPaste={({ clipboardData }) => takePasted(port, clipboardData)}
    >
      <PresetListHead port={port} count={found.length} />
      {summaries.length === 0 && (
        <p className="preset-list-empty">
          Save preset keeps the draft here, to open, share or export it later.
        </p>
      )}
      {groups.map(([functionName, items]) => (
        <div key={functionName} className="preset-list-group">
          <h3 className="truncate">{functionName === '' ? 'No function' : functionName}</h3>
          <ul aria-label={functionName}>
            {items.map(({ summary }) => (
              <PresetRow key={summary.id} port={port} summary={summary} onOpened={onOpened} />
            ))}
          </ul>
        </div>
      ))}
      <FolderPresets
        port={port}
        matches={({ name, tags, request }) => {
          const text = textOf({ name, tags, ...request });
          return words.every((word) => text.includes(word));
        }}
        onOpened={onOpened}
      />
      {found.length > limit && (
        <Button size="small" variant="ghost" onClick={() => setLimit(limit + pageRows)}>
          Show more of {found.length}
        </Button>
      )}
    </section>
  );
}

/** Files are imported as if they were dropped; a text is looked at first. */
function takePasted(port: PresetsPort, data: DataTransfer): void {
  for (const file of data.files) void importPresets(port, file);
  const text = data.files.length > 0 ? '' : data.getData('text/plain');
  if (text.trim() !== '') port.dialogs.getState().actions.show({ name: 'paste', text });
}

function PresetListHead({ port, count }: { port: PresetsPort; count: number }) {
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

type Searched = Pick<PresetSummary, 'name' | 'functionName' | 'qualifier' | 'tags'>;

/** Made once a preset: at each key ten thousand are looked through. */
const knownTexts = new WeakMap<PresetSummary, string>();

function matches(summary: PresetSummary, words: readonly string[]): boolean {
  const text = knownTexts.get(summary) ?? textOf(summary);
  knownTexts.set(summary, text);
  return words.every((word) => text.includes(word));
}

function textOf({ name, functionName, qualifier, tags }: Searched): string {
  return `${name} ${functionName} ${qualifier} ${tags.join(' ')}`.toLowerCase();
}
