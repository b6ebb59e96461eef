import { Ellipsis } from 'lucide-react';
import type { PresetSummary } from '../../state/preset-types.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { deletePreset, duplicatePreset, exportStored, openPreset } from './preset-actions.ts';
import type { PresetsPort } from './presets-port.ts';
import { visibleText } from './visible-text.ts';

export interface PresetRowProps {
  port: PresetsPort;
  summary: PresetSummary;
  onOpened: () => void;
}

export function PresetRow({ port, summary, onOpened }: PresetRowProps) {
  const { id } = summary;
  const name = visibleText(summary.name);
  const show = port.dialogs.getState().actions.show;
  const open = (): void => void openPreset(port, summary).then((opened) => opened && onOpened());
  return (
    <li className="preset-row">
      <button type="button" className="preset-row-open" title={`Open ${name} as a draft`} onClick={open}>
        <bdi className="truncate">{name}</bdi>
        {summary.qualifier !== '' && <span className="mono dim">:{summary.qualifier}</span>}
        {summary.tags.map((tag) => (
          <bdi key={tag} className="preset-row-tag">
            {visibleText(tag)}
          </bdi>
        ))}
      </button>
      <Menu
        align="end"
        trigger={
          <IconButton label={`Actions of ${name}`} size="small" icon={<Ellipsis aria-hidden="true" />} />
        }
        items={[
          { id: 'open', label: 'Open as draft', onSelect: open },
          { id: 'edit', label: 'Rename and tags…', onSelect: () => show({ name: 'edit', presetId: id }) },
          { id: 'duplicate', label: 'Duplicate', onSelect: () => void duplicatePreset(port, id) },
          { id: 'share', label: 'Share…', onSelect: () => show({ name: 'share', presetId: id }) },
          { id: 'export', label: 'Export as file', onSelect: () => void exportStored(port, id) },
          'separator',
          { id: 'delete', label: 'Delete', danger: true, onSelect: () => void deletePreset(port, id) },
        ]}
      />
    </li>
  );
}
