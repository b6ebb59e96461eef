import { Ellipsis } from 'lucide-react';
import type { Preset } from '../../documents/preset-types.ts';
import { draftFromPreset } from '../../state/preset-draft.ts';
import type { FolderPreset } from '../../state/preset-folder-types.ts';
import { byGroup } from '../../ui/group-by.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.ts';
import { useStore } from '../../ui/use-store.ts';
import { addPreset } from './preset-actions.ts';
import { exportPresets } from './preset-files.ts';
import type { PresetsPort } from './presets-port.ts';
import { PresetWords } from './preset-words.tsx';
import { visibleText } from './visible-text.ts';

export interface FolderPresetsProps {
  port: PresetsPort;
  /** Whether a preset is among what the filter asks for. */
  matches: (preset: Preset) => boolean;
  onOpened: () => void;
}

/** The presets of the folder that the local server serves: shared by files, as they are on disk at this moment. */
export function FolderPresets({ port, matches, onOpened }: FolderPresetsProps) {
  const folder = useStore(port.folder, (state) => state);
  if (folder.phase === 'closed') return null;
  const shown = folder.presets.filter(({ preset }) => matches(preset));
  const groups = byGroup(shown.map((file) => ({ file, group: file.preset.request.functionName })));
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
      {groups.map(([functionName, items]) => (
        <div key={functionName} className="preset-list-group">
          <h4 className="truncate">{functionName === '' ? 'No function' : functionName}</h4>
          <ul aria-label={`${functionName} in ${folder.name}`}>
            {items.map(({ file }) => (
              <FolderRow key={file.path} port={port} file={file} onOpened={onOpened} />
            ))}
          </ul>
        </div>
      ))}
      {folder.problems.map(({ path, message }) => (
        <p key={path} className="preset-list-empty">
          {visibleText(path)}: {visibleText(message)}
        </p>
      ))}
    </section>
  );
}

interface FolderRowProps {
  port: PresetsPort;
  file: FolderPreset;
  onOpened: () => void;
}

function FolderRow({ port, file, onOpened }: FolderRowProps) {
  const { preset, path, version } = file;
  const name = visibleText(preset.name);
  const readOnly = port.folder.getState().writable ? undefined : 'The folder is read-only.';
  const open = (): void => {
    const draftId = port.drafts.getState().actions.open(draftFromPreset(preset));
    void port.store.getState().actions.setOrigin(draftId, { path, version });
    onOpened();
  };
  const share = (): void => port.dialogs.getState().actions.show({ name: 'share', presetId: null, preset });
  return (
    <li className="preset-row">
      <button type="button" className="preset-row-open" title={preset.description || path} onClick={open}>
        <PresetWords name={preset.name} qualifier={preset.request.qualifier} tags={preset.tags} />
      </button>
      <Menu
        align="end"
        trigger={
          <IconButton label={`Actions of ${name}`} size="small" icon={<Ellipsis aria-hidden="true" />} />
        }
        items={[
          { id: 'open', label: 'Open as draft', onSelect: open },
          {
            id: 'keep',
            label: 'Copy to this device',
            onSelect: () => void addPreset(port, { ...preset, id: '' }),
          },
          { id: 'share', label: 'Share…', onSelect: share },
          { id: 'export', label: 'Export as file', onSelect: () => exportPresets(port, [preset]) },
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
