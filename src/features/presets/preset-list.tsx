import { useRef } from 'react';
import { useScrollBox } from '../../ui/use-scroll-box.ts';
import { useRowHeight } from '../../ui/use-row-height.ts';
import { useStore } from '../../ui/use-store.ts';
import { FolderPresets } from './folder-presets.tsx';
import { GroupedRows } from './grouped-rows.tsx';
import { importPresets } from './preset-files.ts';
import { PresetListHead } from './preset-list-head.tsx';
import './preset-list.css';
import { PresetRow } from './preset-row.tsx';
import { presetSearch } from './preset-search.ts';
import type { PresetsPort } from './presets-port.ts';
import { inGroupOrder, rowGroups } from './row-groups.ts';
import { useRowFocus } from './use-row-focus.ts';

export interface PresetListProps {
  port: PresetsPort;
  /** Words of which each must occur in name, function, qualifier or tags. */
  filter: string;
  /** A draft was opened: narrow windows show it then. */
  onOpened: () => void;
}

/** The presets of this device and of the folder, by function. A press opens one as a draft; nothing is run. */
export function PresetList({ port, filter, onOpened }: PresetListProps) {
  const summaries = useStore(port.store, (state) => state.summaries);
  const folderPresets = useStore(port.folder, (state) => state.presets);
  const list = useRef<HTMLElement>(null);
  const box = useScrollBox(list);
  const search = presetSearch(filter);
  const groups = rowGroups(summaries.filter(search.stored), ({ functionName }) => functionName);
  const files = rowGroups(folderPresets.filter(search.file), ({ preset }) => preset.request.functionName);
  const stored = inGroupOrder(groups).map(({ id }) => id);
  const storedHeight = (groups.length + stored.length) * useRowHeight();
  const { current, handlers } = useRowFocus(list, [
    ...stored,
    ...inGroupOrder(files).map(({ path }) => path),
  ]);
  return (
    <section
      ref={list}
      className="preset-list"
      aria-label="Presets"
      {...handlers}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        for (const file of event.dataTransfer.files) void importPresets(port, file);
      }}
      onPaste={({ clipboardData }) => takePasted(port, clipboardData)}
    >
      <PresetListHead port={port} count={stored.length} />
      {summaries.length === 0 && (
        <p className="preset-list-empty">
          Save preset keeps the draft here, to open, share or export it later.
        </p>
      )}
      <GroupedRows {...{ groups, current, box }} heading="h3" keyOf={({ id }) => id}>
        {(summary, place) => <PresetRow key={summary.id} {...{ port, summary, onOpened, ...place }} />}
      </GroupedRows>
      <FolderPresets {...{ port, current, box, onOpened }} groups={files} abovePx={storedHeight} />
    </section>
  );
}

/** Files are imported as if they were dropped; a text is looked at first. */
function takePasted(port: PresetsPort, data: DataTransfer): void {
  for (const file of data.files) void importPresets(port, file);
  const text = data.files.length > 0 ? '' : data.getData('text/plain');
  if (text.trim() !== '') port.dialogs.getState().actions.show({ name: 'paste', text });
}
