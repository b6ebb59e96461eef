import { Ellipsis } from 'lucide-react';
import { draftFromPreset } from '../../state/preset-draft.ts';
import type { FolderPreset } from '../../state/preset-folder-types.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.ts';
import type { ScrollBox } from '../../ui/use-scroll-box.ts';
import { useStore } from '../../ui/use-store.ts';
import { GroupedRows, type RowPlace } from './grouped-rows.tsx';
import { addPreset } from './preset-actions.ts';
import { exportPresets } from './preset-files.ts';
import type { PresetsPort } from './presets-port.ts';
import { PresetWords } from './preset-words.tsx';
import type { RowGroup } from './row-groups.ts';
import { visibleText } from './visible-text.ts';

export interface FolderPresetsProps {
  port: PresetsPort;
  /** The files that the filter asks for. */
  groups: readonly RowGroup<FolderPreset>[];
  current: string;
  box: ScrollBox;
  /** The height of the presets above it. */
  abovePx: number;
  onOpened: () => void;
}

/** The presets of the folder that the local server serves: shared by files, as they are on disk at this moment. */
export function FolderPresets({ port, groups, current, box, abovePx, onOpened }: FolderPresetsProps) {
  const folder = useStore(port.folder, (state) => state);
  if (folder.phase === 'closed') return null;
  return (
    <section className="preset-list-folder" aria-label={`Folder ${folder.name}`}>
      <h3 className="truncate">
        Folder {folder.name}
        {folder.phase === 'ready' && !folder.writable && ' (read-only)'}
      </h3>
      {folder.message !== null && <p className="preset-list-empty">{folder.message}</p>}
      {folder.phase === 'ready' && folder.presets.length === 0 && (
        <p className="preset-list-empty">There is no preset file in this folder.</p>
      )}
      <GroupedRows
        {...{ groups, current, box, abovePx }}
        heading="h4"
        place={` in ${folder.name}`}
        keyOf={({ path }) => path}
      >
        {(file, place) => <FolderRow key={file.path} {...{ port, file, onOpened, ...place }} />}
      </GroupedRows>
      {folder.problems.map(({ path, message }) => (
        <p key={path} className="preset-list-empty">
          {visibleText(path)}: {visibleText(message)}
        </p>
      ))}
    </section>
  );
}

interface FolderRowProps extends RowPlace {
  port: PresetsPort;
  file: FolderPreset;
  onOpened: () => void;
}

function FolderRow({ port, file, onOpened, top, number, of, isCurrent }: FolderRowProps) {
  const tabIndex = isCurrent ? 0 : -1;
  const { preset, path, version } = file;
  const name = visibleText(preset.name);
  const readOnly = port.folder.getState().writable ? undefined : 'The folder is read-only.';
  const open = (): void => {
    const draftId = port.drafts.getState().actions.open(draftFromPreset(preset));
    void port.store.getState().actions.setOrigin(draftId, { path, version });
    onOpened();
  };
  const show = (window: 'expectations' | 'expectation-runs'): void =>
    port.dialogs.getState().actions.show({ name: window, of: { path, version } });
  const showDialog = port.dialogs.getState().actions.show;
  const share = (): void => showDialog({ name: 'share', presetId: null, preset });
  return (
    <li
      className="preset-row"
      data-row={path}
      style={{ insetBlockStart: top }}
      aria-setsize={of}
      aria-posinset={number}
    >
      <button
        type="button"
        className="preset-row-open"
        tabIndex={tabIndex}
        title={[name, preset.tags.map(visibleText).join(', '), preset.description || path]
          .filter(Boolean)
          .join('\n')}
        onClick={open}
      >
        <PresetWords name={preset.name} qualifier={preset.request.qualifier} tags={preset.tags} />
      </button>
      <Menu
        align="end"
        trigger={
          <IconButton
            label={`Actions of ${name}`}
            size="small"
            tabIndex={tabIndex}
            icon={<Ellipsis aria-hidden="true" />}
          />
        }
        items={[
          { id: 'open', label: 'Open as draft', onSelect: open },
          {
            id: 'keep',
            label: 'Copy to this device',
            onSelect: () => void addPreset(port, { ...preset, id: '' }),
          },
          { id: 'expectations', label: 'Expectations…', onSelect: () => show('expectations') },
          { id: 'runs', label: 'Check stored runs…', onSelect: () => show('expectation-runs') },
          { id: 'share', label: 'Share…', onSelect: share },
          { id: 'export', label: 'Export as file', onSelect: () => exportPresets(port, [preset]) },
          { id: 'export-several', label: 'Export several…', onSelect: () => showDialog({ name: 'export' }) },
          'separator',
          {
            id: 'delete',
            label: 'Delete file',
            danger: true,
            disabledReason: readOnly,
            onSelect: () => void deleteFile(port, file),
          },
        ]}
      />
    </li>
  );
}

async function deleteFile({ folder }: PresetsPort, { path, version, preset }: FolderPreset): Promise<void> {
  const { actions } = folder.getState();
  const removed = await actions.remove({ path, version });
  if (!removed.ok) {
    const description = removed.reason === 'refused' ? removed.message : 'The file was changed meanwhile.';
    showToast({ title: 'Not deleted', description, tone: 'error' });
    return;
  }
  showToast({
    title: `File “${preset.name}” deleted`,
    action: { label: 'Undo', onSelect: () => void actions.save(preset, null) },
  });
}
