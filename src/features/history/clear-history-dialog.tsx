import { useState } from 'react';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast.ts';
import { useStore } from '../../ui/use-store.ts';
import type { HistoryPort } from './history-port.ts';

/** Asks before the history goes for good. */
export function ClearHistoryDialog({ port, onClose }: { port: HistoryPort; onClose: () => void }) {
  const count = useStore(port.history, ({ summaries, hasMore }) => (hasMore ? null : summaries.length));
  const favourites = useStore(port.keeper, (state) => state.favourites.size);
  const [favouritesToo, setFavouritesToo] = useState(false);
  const clear = async (): Promise<void> => {
    const removed = await port.keeper.getState().actions.clear({ favouritesToo });
    showToast(
      removed.ok
        ? { title: `${removed.value.toLocaleString()} runs deleted` }
        : { title: 'The history was not cleared', description: removed.error.message, tone: 'warn' },
    );
  };
  return (
    <ConfirmDialog
      open
      title="Clear the history?"
      confirmLabel="Delete runs"
      danger
      onCancel={onClose}
      onConfirm={() => {
        void clear();
        onClose();
      }}
    >
      <p>
        {count === null ? 'All runs' : `All ${count.toLocaleString()} runs`} are deleted from this device,
        with their payloads, responses and logs. This can’t be undone. What is under way stays, and so do
        drafts and presets.
      </p>
      {favourites > 0 && (
        <Checkbox
          label={`Delete ${favourites === 1 ? 'the favourite' : `the ${favourites} favourites`} too`}
          checked={favouritesToo}
          onChange={setFavouritesToo}
        />
      )}
    </ConfirmDialog>
  );
}
