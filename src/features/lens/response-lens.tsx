import { useEffect, useRef, useState } from 'react';
import type { LensAddress } from '../../documents/lens/lens-types.ts';
import type { LensLink } from '../../state/lens-link.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { TextPlace } from '../../ui/text-place.ts';
import { showToast } from '../../ui/toast.ts';
import { DocumentPane, type OpenDocument } from './document-pane.tsx';
import { DocumentsMenu } from './documents-menu.tsx';
import type { LensLook } from './lens-content.tsx';
import { placeName } from './lens-words.ts';
import { openList } from './open-list.ts';
import { openLookedAt } from './open-looked-at.ts';
import './response-lens.css';
import { usePlaces } from './use-places.ts';

export interface ResponseLensProps {
  /** What it is called: `response`, or `payload` for what was sent. */
  root: string;
  text: string;
  look: LensLook;
  link: Pick<LensLink, 'lookers'>;
  shortcut: string;
  /** Whether a key is the shortcut: in a dialog the page's keys do nothing. */
  isShortcut: (event: KeyboardEvent) => boolean;
}

/** The documents inside a text that is only looked at: a list, and a window with the one that is open. */
export function ResponseLens({ root, text, look, link, shortcut, isShortcut }: ResponseLensProps) {
  const found = usePlaces(text);
  const [opened, setOpened] = useState<OpenDocument | null>(null);
  const menu = useRef<HTMLSpanElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [openers] = useState(() => new Set<() => Promise<boolean>>());
  const go = (address: LensAddress, caret: TextPlace | null = null): void => {
    // What was pressed goes with the document before; the dialog would take the focus to its frame.
    box.current?.focus();
    setOpened({ address, arrival: { caret } });
  };
  useEffect(() => {
    const opener = (): boolean => {
      const scope = menu.current?.closest('[role="tabpanel"]');
      if (!scope?.checkVisibility() || !isMeant(scope)) return false;
      void openLookedAt({ scope, text, places: found.places, go }).then((isFound) => {
        if (!isFound) openList(menu.current?.querySelector('button'), root);
      });
      return true;
    };
    link.lookers.add(opener);
    return () => void link.lookers.delete(opener);
  });
  const openInside = async (): Promise<void> => {
    const [open] = openers;
    if (!(await open?.())) showToast({ title: 'No document at the caret' });
  };
  return (
    <>
      <span ref={menu}>
        <DocumentsMenu
          {...found}
          holder={root}
          nameOf={placeName}
          shortcut={shortcut}
          onChoose={({ address }) => go(address)}
        />
      </span>
      <Dialog
        open={opened !== null}
        onOpenChange={(isOpen) => !isOpen && setOpened(null)}
        title={`Inside the ${root}`}
        size="window"
      >
        {opened !== null && (
          // The key is the editor's, which has the focus.
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
          <div
            ref={box}
            className="response-lens"
            tabIndex={-1}
            onKeyDown={({ nativeEvent }) => isShortcut(nativeEvent) && void openInside()}
          >
            <DocumentPane
              key={JSON.stringify(opened.address)}
              {...{ root, text, look, openers }}
              {...opened}
              outer={null}
              onPending={() => () => undefined}
              onGo={go}
              onClose={null}
              onFormat={null}
            />
          </div>
        )}
      </Dialog>
    </>
  );
}

/** The focus is in the same pane, or the payload is not to be seen, as on a phone. */
function isMeant(scope: Element): boolean {
  const pane = scope.closest('[data-pane]') ?? scope;
  if (pane.contains(document.activeElement)) return true;
  return document.querySelector('[data-pane="middle"]')?.checkVisibility() === false;
}
