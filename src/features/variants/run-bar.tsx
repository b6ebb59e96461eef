import { Play, Square } from 'lucide-react';
import type { PlannedRows } from '../../documents/variants/plan-rows.ts';
import type { SeriesEnd } from '../../state/series-types.ts';
import type { SeriesBoard, SeriesProgress } from '../../state/series-board.ts';
import type { Connection, Draft } from '../../state/types.ts';
import { Button } from '../../ui/button.tsx';
import { ignoreRepeat } from '../../ui/ignore-repeat.ts';
import { useStore } from '../../ui/use-store.ts';
import { rowWords } from './paste-rows.tsx';
import type { VariantsPort } from './variants-port.ts';

export interface RunBarProps {
  port: VariantsPort;
  draft: Draft;
  connection: Connection | undefined;
  plan: PlannedRows;
  /** Whether rows were chosen. */
  isChosen: boolean;
  onRun: () => void;
}

/** Run, and while rows are under way: how far they are, Stop and Abandon. */
export function RunBar({ port, ...rest }: RunBarProps) {
  const current = useStore(port.board.store, (state) => state.current);
  const mine = current?.kind === 'variants' && current.draftId === rest.draft.id ? current : null;
  if (mine && mine.phase !== 'over') return <UnderWay board={port.board} progress={mine} />;
  return <Ready {...rest} end={mine?.end ?? null} />;
}

function UnderWay({ board, progress }: { board: SeriesBoard; progress: SeriesProgress }) {
  const { phase, ended, failed, total } = progress;
  return (
    <div className="variants-run">
      <span className="tabular">
        {phase === 'stopping' && 'Stopping: waiting for what was sent. '}
        {ended.toLocaleString('en')} of {total.toLocaleString('en')} ended
        {failed > 0 && `, ${failed.toLocaleString('en')} not well`}
      </span>
      <Button onClick={board.abandon} title="Waits for nothing; what was sent may run on">
        Abandon
      </Button>
      <Button
        icon={<Square size={14} aria-hidden="true" />}
        onClick={board.stop}
        {...(phase === 'stopping' ? { disabledReason: 'It starts nothing more already.' } : {})}
      >
        Stop
      </Button>
    </div>
  );
}

type ReadyProps = Omit<RunBarProps, 'port'> & { end: SeriesEnd | null };

function Ready({ draft, connection, plan, isChosen, onRun, end }: ReadyProps) {
  const { rows, left, problems } = plan;
  return (
    <div className="variants-run">
      <span className="dim" role="status">
        {end && endWords[end]}
        {left > 0 && ` ${rowWords(left)} beyond the cap ${left === 1 ? 'is' : 'are'} left out.`}
      </span>
      <Button
        variant="primary"
        icon={<Play size={14} fill="currentColor" aria-hidden="true" />}
        onClick={onRun}
        onKeyDown={ignoreRepeat}
        {...heldBack({ connection, draft, count: rows.length, problems: problems.length })}
      >
        Run {isChosen ? `${rows.length.toLocaleString('en')} selected` : rowWords(rows.length)}
      </Button>
    </div>
  );
}

interface Readiness {
  connection: Connection | undefined;
  draft: Draft;
  count: number;
  problems: number;
}

function heldBack({ connection, draft, count, problems }: Readiness): { disabledReason?: string } {
  if (connection === undefined) return { disabledReason: 'Choose a connection first.' };
  if (draft.functionName.trim() === '') return { disabledReason: 'Name a function first.' };
  if (problems > 0) return { disabledReason: 'Correct what is wrong with the values first.' };
  return count === 0 ? { disabledReason: 'There is no row to run.' } : {};
}

const endWords = {
  done: 'Every row had its turn.',
  stopped: 'You stopped it.',
  error: 'Stopped at an error.',
  budget: 'Its time was over.',
  cap: 'Stopped at the cap.',
  fault: 'A payload could not be made, so nothing more was sent.',
} as const;
