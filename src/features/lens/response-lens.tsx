import { useRef, useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { DocumentPane, type OpenDocument } from './document-pane.tsx';
import { DocumentsMenu } from './documents-menu.tsx';
import type { LensLook } from './lens-content.tsx';
import { placeName } from './lens-words.ts';
import './response-lens.css';
import { usePlaces } from './use-places.ts';

export interface ResponseLensProps {
  /** What it is called: `response`, or `payload` for what was sent. */
  root: string;
  text: string;
  look: LensLook;
}

/** The documents inside a text that is only looked at: a list, and a window with the one that is open. */
export function ResponseLens({ root, text, look }: ResponseLensProps) {
  const found = usePlaces(text);
  const [opened, setOpened] = useState<OpenDocument | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const [openers] = useState(() => new Set<() => Promise<boolean>>());
  return (
    <>
      <DocumentsMenu
        {...found}
        holder={root}
        nameOf={placeName}
        onChoose={({ address }) => setOpened({ address, arrival: null })}
      />
      <Dialog
        open={opened !== null}
        onOpenChange={(isOpen) => !isOpen && setOpened(null)}
        title={`Inside the ${root}`}
        size="window"
      >
        {opened !== null && (
          <div ref={box} className="response-lens" tabIndex={-1}>
            <DocumentPane
              key={JSON.stringify(opened.address)}
              {...{ root, text, look, openers }}
              {...opened}
              outer={null}
              onPending={() => () => undefined}
              onGo={(address, caret = null) => {
                // What was pressed goes with the document before; the dialog would take the focus to its frame.
                box.current?.focus();
                setOpened({ address, arrival: { caret } });
              }}
              onClose={null}
              onFormat={null}
            />
          </div>
        )}
      </Dialog>
    </>
  );
}
