import { Ellipsis } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { PresetSummary } from '../../state/preset-types.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import {
  deletePreset,
  duplicatePreset,
  exportStored,
  movePreset,
  movePresetTo,
  openPreset,
} from './preset-actions.ts';
import type { PresetsPort } from './presets-port.ts';
import { PresetWords } from './preset-words.tsx';
import type { RowPlace } from './grouped-rows.tsx';
import { visibleText } from './visible-text.ts';

export interface PresetRowProps extends RowPlace {
  port: PresetsPort;
  summary: PresetSummary;
  onOpened: () => void;
}

/** What a row that is dragged carries; files have another type. */
const rowType = 'application/x-preset-id';

export function PresetRow({ port, summary, onOpened, top, number, of, isCurrent }: PresetRowProps) {
  const { id, revision } = summary;
  const origin = { presetId: id, revision };
  const name = visibleText(summary.name);
  const show = port.dialogs.getState().actions.show;
  const open = (): void => void openPreset(port, summary).then((opened) => opened && onOpened());
  const handleKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const isMove = event.altKey && !event.shiftKey && !event.ctrlKey && !event.metaKey;
    if (!isMove || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const button = event.currentTarget;
    // Moving the row in the document takes the focus away.
    void movePreset(port, id, event.key === 'ArrowUp' ? -1 : 1).then(() => button.focus());
  };
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <li
      className="preset-row"
      data-row={id}
      style={{ insetBlockStart: top }}
      aria-setsize={of}
      aria-posinset={number}
    >
      <button
        type="button"
        className="preset-row-open"
        tabIndex={tabIndex}
        title={[
          `Open ${name} as a draft. Alt with the arrow keys moves it.`,
          summary.tags.map(visibleText).join(', '),
        ]
          .filter((line) => line !== '')
          .join('\n')}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        draggable
        onClick={open}
        onKeyDown={handleKeyDown}
        onDragStart={(event) => event.dataTransfer.setData(rowType, id)}
        onDrop={(event) => {
          const moved = event.dataTransfer.getData(rowType);
          if (moved !== '') void movePresetTo(port, moved, id);
        }}
      >
        <PresetWords name={summary.name} qualifier={summary.qualifier} tags={summary.tags} />
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
          { id: 'edit', label: 'Rename and tags…', onSelect: () => show({ name: 'edit', presetId: id }) },
          {
            id: 'expectations',
            label: 'Expectations…',
            onSelect: () => show({ name: 'expectations', of: origin }),
          },
          {
            id: 'runs',
            label: 'Check stored runs…',
            onSelect: () => show({ name: 'expectation-runs', of: origin }),
          },
          { id: 'duplicate', label: 'Duplicate', onSelect: () => void duplicatePreset(port, id) },
          { id: 'share', label: 'Share…', onSelect: () => show({ name: 'share', presetId: id }) },
          { id: 'export', label: 'Export as file', onSelect: () => void exportStored(port, id) },
          { id: 'export-several', label: 'Export several…', onSelect: () => show({ name: 'export' }) },
          'separator',
          { id: 'up', label: 'Move up', shortcut: 'Alt+↑', onSelect: () => void movePreset(port, id, -1) },
          { id: 'down', label: 'Move down', shortcut: 'Alt+↓', onSelect: () => void movePreset(port, id, 1) },
          'separator',
          { id: 'delete', label: 'Delete', danger: true, onSelect: () => void deletePreset(port, id) },
        ]}
      />
    </li>
  );
}
