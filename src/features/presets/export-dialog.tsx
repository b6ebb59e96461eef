import { useState } from 'react';
import type { PresetSummary } from '../../state/preset-types.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useStore } from '../../ui/use-store.ts';
import './preset-dialogs.css';
import { exportPresets, type FileFormat } from './preset-files.ts';
import type { PresetsPort } from './presets-port.ts';
import { visibleText } from './visible-text.ts';

const shownRows = 200;

/** Some of the stored presets into one file. */
export function ExportDialog({ port, onClose }: { port: PresetsPort; onClose: () => void }) {
  const summaries = useStore(port.store, (state) => state.summaries);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [filter, setFilter] = useState('');
  const found = summaries.filter((one) => isFound(one, filter));
  const picked = summaries.filter(({ id }) => chosen.has(id));
  const functions = new Set(picked.map(({ functionName }) => functionName));
  const choose = (ids: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  const save = async (format: FileFormat): Promise<void> => {
    const { actions } = port.store.getState();
    const presets = await Promise.all(picked.map(({ id }) => actions.get(id)));
    onClose();
    exportPresets(
      port,
      presets.filter((preset) => preset !== null),
      format,
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Export presets"
      description="Test events are the file of AWS’s shareable test events, for SAM: those of one function at a time."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button disabled={functions.size !== 1} onClick={() => void save('test-events')}>
            Export as test events
          </Button>
          <Button variant="primary" disabled={picked.length === 0} onClick={() => void save('presets')}>
            Export {picked.length}
          </Button>
        </>
      }
    >
      <div className="preset-form">
        <TextField label="Filter" value={filter} onChange={setFilter} />
        <Checkbox
          label={`All ${found.length}`}
          checked={found.length > 0 && found.every(({ id }) => chosen.has(id))}
          onChange={(isChosen) =>
            choose(
              found.map(({ id }) => id),
              isChosen,
            )
          }
        />
        <fieldset className="preset-choice">
          <legend>Presets</legend>
          {found.slice(0, shownRows).map((one) => (
            <Checkbox
              key={one.id}
              label={<PresetName summary={one} />}
              checked={chosen.has(one.id)}
              onChange={(isChosen) => choose([one.id], isChosen)}
            />
          ))}
        </fieldset>
        {found.length > shownRows && <p className="dim">and {found.length - shownRows} more: filter them.</p>}
      </div>
    </Dialog>
  );
}

function PresetName({ summary }: { summary: PresetSummary }) {
  return (
    <>
      <bdi>{visibleText(summary.name)}</bdi> <span className="mono dim">{summary.functionName}</span>
    </>
  );
}

function isFound({ name, functionName, tags }: PresetSummary, filter: string): boolean {
  return `${name} ${functionName} ${tags.join(' ')}`.toLowerCase().includes(filter.trim().toLowerCase());
}
