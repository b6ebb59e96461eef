import { useState, type FormEvent } from 'react';
import { storedSize, type Retention } from '../../state/retention.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.ts';
import { useStore } from '../../ui/use-store.ts';
import type { HistoryPort } from './history-port.ts';
import './limits-dialog.css';

const formId = 'history-limits';

/** How many runs are kept, how long and how large. */
export function LimitsDialog({ port, onClose }: { port: HistoryPort; onClose: () => void }) {
  const { retention, actions } = useStore(port.settings, (state) => state);
  const { summaries, hasMore } = useStore(port.history, (state) => state);
  const [texts, setTexts] = useState(() => toTexts(retention));
  const limits = fromTexts(texts);
  const set = (name: keyof Retention) => (value: string) => setTexts({ ...texts, [name]: value });

  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (limits === null) return;
    actions.set({ retention: limits });
    void prune(port, limits);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="How much history is kept"
      description="Beyond any of these the oldest runs go by themselves. Favourites always stay."
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
      <form id={formId} className="limits-form" onSubmit={handleSubmit}>
        <TextField
          label="Runs"
          type="number"
          value={texts.maxRuns}
          onChange={set('maxRuns')}
          {...error(texts.maxRuns, 'maxRuns')}
        />
        <TextField
          label="Days"
          type="number"
          hint="Empty: however old."
          value={texts.maxDays}
          onChange={set('maxDays')}
          {...error(texts.maxDays, 'maxDays')}
        />
        <TextField
          label="Megabytes"
          type="number"
          value={texts.maxMegabytes}
          onChange={set('maxMegabytes')}
          {...error(texts.maxMegabytes, 'maxMegabytes')}
        />
        {!hasMore && (
          <p className="dim">
            Now kept: {summaries.length.toLocaleString()} runs, about{' '}
            {(summaries.reduce((sum, one) => sum + storedSize(one), 0) / 1_000_000).toFixed(1)} MB.
          </p>
        )}
      </form>
    </Dialog>
  );
}

async function prune({ keeper }: HistoryPort, limits: Retention): Promise<void> {
  const removed = await keeper.getState().actions.prune(limits);
  if (removed.ok && removed.value > 0)
    showToast({ title: `${removed.value.toLocaleString()} older runs deleted` });
}

type Texts = Record<keyof Retention, string>;

const ranges: Readonly<Record<keyof Retention, readonly [least: number, most: number]>> = {
  maxRuns: [10, 200_000],
  maxDays: [1, 3_650],
  maxMegabytes: [1, 100_000],
};

function toTexts({ maxRuns, maxDays, maxMegabytes }: Retention): Texts {
  return {
    maxRuns: String(maxRuns),
    maxDays: maxDays === null ? '' : String(maxDays),
    maxMegabytes: String(maxMegabytes),
  };
}

/** null while a field holds what can't be kept. */
function fromTexts(texts: Texts): Retention | null {
  const isFine = (name: keyof Retention): boolean => !('error' in error(texts[name], name));
  if (!isFine('maxRuns') || !isFine('maxDays') || !isFine('maxMegabytes')) return null;
  return {
    maxRuns: Number(texts.maxRuns),
    maxDays: texts.maxDays.trim() === '' ? null : Number(texts.maxDays),
    maxMegabytes: Number(texts.maxMegabytes),
  };
}

function error(text: string, name: keyof Retention): { error?: string } {
  if (name === 'maxDays' && text.trim() === '') return {};
  const [least, most] = ranges[name];
  const value = Number(text);
  const isFine = text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most;
  return isFine
    ? {}
    : { error: `A whole number from ${least.toLocaleString()} to ${most.toLocaleString()}.` };
}
