import { Callout } from '../../ui/callout.tsx';
import type { TextPlace } from '../../ui/text-place.ts';
import type { LensView } from './lens-session.ts';
import { problemWords } from './lens-words.ts';

export interface LensNotesProps {
  view: LensView;
  root: string;
  onReveal: (place: TextPlace) => void;
}

/** What is wrong with an open document; nothing when nothing is. */
export function LensNotes({ view: { problem, fault }, root, onReveal }: LensNotesProps) {
  const words = problem && problemWords(problem, root);
  return (
    <div role="status" className="document-pane-notes">
      {words && (
        <Callout tone="warn" title={words.title}>
          {words.text}
        </Callout>
      )}
      {!words && fault && (
        <p className="document-pane-fault">
          <button type="button" className="button-link" onClick={() => onReveal(fault)}>
            {fault.line}:{fault.column}
          </button>{' '}
          Not JSON, and written as it is typed: {fault.message}
        </p>
      )}
    </div>
  );
}
