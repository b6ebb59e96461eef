import { useEffect } from 'react';
import type { SeriesBoard } from '../state/series-board.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';
import { seriesNames } from './series-notification.ts';
import './series-status.css';

/** In the status bar: the series that is under way, with Stop; and the title of the page, and a question on closing it. */
export function SeriesStatus({ services, board }: { services: Services; board: SeriesBoard }) {
  const { ways, drafts } = services;
  const current = useStore(board.store, (state) => state.current);
  const isOpen = current !== null && current.phase !== 'over';
  // In steps: a browser takes milliseconds to show a title.
  const percent = isOpen ? Math.floor((current.ended / current.total) * 20) * 5 : null;
  const name = current && seriesNames[current.kind];
  useEffect(() => {
    ways.setState({ title: percent === null ? null : `${percent} % · ${name} · Invoke Console` });
  }, [ways, percent, name]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <span className="series-status">
      <button
        type="button"
        className="series-status-show tabular"
        onClick={() => {
          drafts.getState().actions.activate(current.draftId);
          ways.setState({ open: current.kind });
        }}
      >
        {name} {current.ended.toLocaleString('en')} of {current.total.toLocaleString('en')}
      </button>
      {current.phase === 'stopping' ? (
        <span className="dim">stopping</span>
      ) : (
        <button type="button" className="series-status-stop" onClick={board.stop}>
          Stop
        </button>
      )}
    </span>
  );
}
