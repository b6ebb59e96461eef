import { useState } from 'react';
import type { Preset } from '../../documents/preset-types.ts';
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

/** A preset to choose: of this device, or a file of the folder. */
interface Choice {
  key: string;
  name: string;
  functionName: string;
  tags: readonly string[];
  /** null: it is kept on this device. */
  folder: string | null;
  read: () => Promise<Preset | null>;
}

/** Some of the presets, of this device and of the folder, into one file. */
export function ExportDialog({ port, onClose }: { port: PresetsPort; onClose: () => void }) {
  const choices = useChoices(port);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [filter, setFilter] = useState('');
  const found = choices.filter((one) => isFound(one, filter));
  const picked = choices.filter(({ key }) => chosen.has(key));
  const functions = new Set(picked.map(({ functionName }) => functionName));
  const choose = (keys: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen);
    for (const key of keys) {
      if (isChosen) next.add(key);
      else next.delete(key);
    }
    setChosen(next);
  };
  const save = async (format: FileFormat): Promise<void> => {
    const presets = await Promise.all(picked.map(({ read }) => read()));
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
          checked={found.length > 0 && found.every(({ key }) => chosen.has(key))}
          onChange={(isChosen) =>
            choose(
              found.map(({ key }) => key),
              isChosen,
            )
          }
        />
        <fieldset className="preset-choice">
          <legend>Presets</legend>
          {found.slice(0, shownRows).map((one) => (
            <Checkbox
              key={one.key}
              label={<ChoiceName choice={one} />}
              checked={chosen.has(one.key)}
              onChange={(isChosen) => choose([one.key], isChosen)}
            />
          ))}
        </fieldset>
        {found.length > shownRows && <p className="dim">and {found.length - shownRows} more: filter them.</p>}
      </div>
    </Dialog>
  );
}

function useChoices({ store, folder }: PresetsPort): readonly Choice[] {
  const summaries = useStore(store, (state) => state.summaries);
  const { name: folderName, presets: files } = useStore(folder, (state) => state);
  const stored = summaries.map(({ id, name, functionName, tags }): Choice => {
    const read = () => store.getState().actions.get(id);
    return { key: id, name, functionName, tags, folder: null, read };
  });
  const shared = files.map(({ path, preset }): Choice => {
    const { name, tags, request } = preset;
    const read = () => Promise.resolve(preset);
    return { key: path, name, functionName: request.functionName, tags, folder: folderName, read };
  });
  return [...stored, ...shared];
}

function ChoiceName({ choice: { name, functionName, folder } }: { choice: Choice }) {
  return (
    <>
      <bdi>{visibleText(name)}</bdi> <span className="mono dim">{functionName}</span>
      {folder !== null && <span className="dim"> in folder {folder}</span>}
    </>
  );
}

function isFound({ name, functionName, tags }: Choice, filter: string): boolean {
  return `${name} ${functionName} ${tags.join(' ')}`.toLowerCase().includes(filter.trim().toLowerCase());
}
