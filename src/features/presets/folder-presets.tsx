import { useQuery } from '@tanstack/react-query';
import { presetFolderQuery, type FolderPreset } from '../../state/preset-folder.ts';
import { draftFromPreset } from '../../state/preset-draft.ts';
import { useStore } from '../../ui/use-store.ts';
import type { PresetsPort } from './presets-port.ts';
import { visibleText } from './visible-text.ts';

export interface FolderPresetsProps {
  port: PresetsPort;
  /** Whether a preset is among what the filter asks for. */
  matches: (preset: FolderPreset['preset']) => boolean;
  onOpened: () => void;
}

/** The presets of the folder named at the start: shared by files, opened as drafts, never changed here. */
export function FolderPresets({ port, matches, onOpened }: FolderPresetsProps) {
  const dir = useStore(port.connections, ({ local }) => (local.state === 'ready' ? local.presetsDir : null));
  const { data, error } = useQuery(presetFolderQuery(dir));
  if (dir === null) return null;
  const shown = (data?.presets ?? []).filter(({ preset }) => matches(preset));
  return (
    <div className="preset-list-group">
      <h3 className="truncate">Folder {dir}</h3>
      {error !== null && <p className="preset-list-empty">{error.message}</p>}
      {data !== undefined && data.presets.length === 0 && (
        <p className="preset-list-empty">There is no preset file in this folder.</p>
      )}
      <ul aria-label={`Folder ${dir}`}>
        {shown.map(({ path, preset }) => (
          <li key={path} className="preset-row">
            <button
              type="button"
              className="preset-row-open"
              title={path}
              onClick={() => {
                port.drafts.getState().actions.open(draftFromPreset(preset));
                onOpened();
              }}
            >
              <bdi className="truncate">{visibleText(preset.name)}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {(data?.problems ?? []).map(({ path, message }) => (
        <p key={path} className="preset-list-empty">
          {visibleText(path)}: {visibleText(message)}
        </p>
      ))}
    </div>
  );
}
