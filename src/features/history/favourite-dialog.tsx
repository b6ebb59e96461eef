import { useState, type FormEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { HistoryPort } from './history-port.ts';
import { runTitle, targetOf } from './run-words.ts';

export interface FavouriteDialogProps {
  port: HistoryPort;
  runId: string;
  onClose: () => void;
}

const formId = 'favourite';

/** Gives a run a name and keeps it for good, also when the rest of the history goes. */
export function FavouriteDialog({ port, runId, onClose }: FavouriteDialogProps) {
  const [summary] = useState(() => port.history.getState().summaries.find(({ id }) => id === runId));
  const [before] = useState(() => port.keeper.getState().favourites.get(runId));
  const [name, setName] = useState(before?.name ?? (summary ? targetOf(summary) : ''));
  const [revision, setRevision] = useState(before?.revision ?? 0);
  const [refusal, setRefusal] = useState<string | null>(null);

  const save = async (): Promise<void> => {
    const saved = await port.keeper.getState().actions.setFavourite(runId, name.trim(), revision);
    if (saved.ok) return onClose();
    if (saved.reason === 'storage') return setRefusal(saved.message);
    setRevision(port.keeper.getState().favourites.get(runId)?.revision ?? 0);
    setRefusal(`Another tab has named it “${saved.name}” meanwhile. Save once more to replace that.`);
  };
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') setRefusal('A favourite needs a name.');
    else void save();
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={before ? 'Rename favourite' : 'Add to favourites'}
      description={summary && runTitle(summary)}
      size="small"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" form={formId}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={handleSubmit}>
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          maxLength={200}
          hint="Favourites stay when older runs go."
        />
        {refusal !== null && <Callout tone="error" title={refusal} />}
      </form>
    </Dialog>
  );
}
