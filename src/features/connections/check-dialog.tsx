import { useEffect, useRef, useState } from 'react';
import { remediesOf, type RemedyAct } from '../../documents/doctor/remedy.ts';
import { checkNames, type CheckLine } from '../../state/check-lines.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RemedyList } from '../../ui/remedy-list.tsx';
import './check-dialog.css';

export interface CheckDialogProps {
  /** The connection's name. */
  name: string;
  /** Begins the checks; each line comes as soon as it is known. */
  check: (signal: AbortSignal) => AsyncIterable<CheckLine>;
  onAct: (act: RemedyAct) => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** All checks of a connection in order, a line each. Nothing of it invokes. */
export function CheckDialog({ name, check, onAct, open, onOpenChange }: CheckDialogProps) {
  const [round, setRound] = useState(0);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Check connection"
      description={`${name}: every step up to an invoke, and no invoke.`}
      footer={<Button onClick={() => setRound(round + 1)}>Check again</Button>}
    >
      {open && <CheckLines key={round} check={check} onAct={onAct} />}
    </Dialog>
  );
}

function CheckLines({ check, onAct }: Pick<CheckDialogProps, 'check' | 'onAct'>) {
  const lines = useCheck(check);
  return (
    <ol className="check-dialog" aria-label="Checks" aria-busy={lines.length < checkNames.length}>
      {checkNames.map((name, index) => (
        <CheckRow key={name} name={name} line={lines[index]} onAct={onAct} />
      ))}
    </ol>
  );
}

/** The checks are made once for each time that the list is shown. */
function useCheck(check: CheckDialogProps['check']): readonly CheckLine[] {
  const begin = useRef(check);
  const [lines, setLines] = useState<readonly CheckLine[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    void (async () => {
      for await (const line of begin.current(controller.signal)) {
        if (controller.signal.aborted) return;
        setLines((before) => [...before, line]);
      }
    })();
    return () => {
      controller.abort();
      setLines([]);
    };
  }, []);
  return lines;
}

interface CheckRowProps {
  name: string;
  line: CheckLine | undefined;
  onAct: (act: RemedyAct) => void;
}

function CheckRow({ name, line, onAct }: CheckRowProps) {
  const state = line?.state ?? 'waiting';
  const { mark, words } = stateWords[state];
  return (
    <li className="check-dialog-line" data-check={name} data-state={state}>
      <span className="check-dialog-mark" aria-hidden="true">
        {mark}
      </span>
      <div className="check-dialog-text">
        <p>
          <strong>{name}</strong> <span className="dim">{words}</span>
        </p>
        {line !== undefined && line.detail !== '' && <p>{line.detail}</p>}
        {line?.unknown !== undefined && (
          <p>
            <strong>Not known.</strong> {line.unknown}
          </p>
        )}
        {line !== undefined && (
          <RemedyList label={`What to do: ${name}`} items={remediesOf(line.fixes)} onAct={onAct} />
        )}
      </div>
    </li>
  );
}

const stateWords: Readonly<Record<CheckLine['state'] | 'waiting', { mark: string; words: string }>> = {
  ok: { mark: '✓', words: 'fine' },
  problem: { mark: '✕', words: 'problem' },
  unknown: { mark: '?', words: 'not known' },
  skipped: { mark: '–', words: 'not asked, as something before it failed' },
  waiting: { mark: '…', words: 'waiting' },
};
