import { useEffect } from 'react';
import { compareProgress, type CompareStore } from '../state/compare-store.ts';
import type { SeriesBoard, SeriesProgress } from '../state/series-board.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';
import { seriesNames } from './series-notification.ts';
import './series-status.css';

export interface SeriesStatusProps {
  services: Services;
  board: SeriesBoard;
  comparisons: CompareStore;
}

/** In the status bar: what is under way, with Stop; and the title of the page, and a question on closing it. */
export function SeriesStatus({ services, board, comparisons }: SeriesStatusProps) {
  const { ways } = services;
  const underWay = useUnderWay(board, comparisons);
  const [first] = underWay;
  // In steps: a browser takes milliseconds to show a title.
  const percent = first ? Math.floor((first.progress.ended / first.progress.total) * 20) * 5 : null;
  const name = first && seriesNames[first.progress.kind];
  useEffect(() => {
    ways.setState({ title: percent === null ? null : `${percent} % · ${name} · Invoke Console` });
  }, [ways, percent, name]);
  const isAny = first !== undefined;
  useEffect(() => {
    if (!isAny) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isAny]);
  return underWay.map((one) => (
    <Line key={`${one.progress.kind} ${one.progress.draftId}`} services={services} {...one} />
  ));
}

interface UnderWay {
  progress: SeriesProgress;
  stop: () => void;
}

/** One series at most, and a comparison of each draft. */
function useUnderWay(board: SeriesBoard, comparisons: CompareStore): UnderWay[] {
  const current = useStore(board.store, (state) => state.current);
  const { byDraft, actions } = useStore(comparisons, (state) => state);
  const series =
    current !== null && current.phase !== 'over' ? [{ progress: current, stop: board.stop }] : [];
  const compared = Object.entries(byDraft).filter(([, { isRunning }]) => isRunning);
  return [
    ...series,
    ...compared.map(([draftId, comparing]) => ({
      progress: compareProgress(draftId, comparing),
      stop: () => actions.stop(draftId),
    })),
  ];
}

function Line({ services, progress, stop }: UnderWay & { services: Services }) {
  const { kind, draftId, ended, total, phase } = progress;
  const show = (): void => {
    services.drafts.getState().actions.activate(draftId);
    services.ways.setState({ open: kind });
  };
  return (
    <span role="group" aria-label={seriesNames[kind]} className="series-status">
      <button type="button" className="series-status-show tabular" onClick={show}>
        {seriesNames[kind]} {ended.toLocaleString('en')} of {total.toLocaleString('en')}
      </button>
      {phase === 'stopping' ? (
        <span className="dim">stopping</span>
      ) : (
        <button type="button" className="series-status-stop" onClick={stop}>
          Stop
        </button>
      )}
    </span>
  );
}
