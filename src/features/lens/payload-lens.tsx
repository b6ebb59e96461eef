import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import type { LensAddress, TextPart } from '../../documents/lens/lens-types.ts';
import { applyParts } from '../../documents/lens/write-document.ts';
import type { JsonWork } from '../../state/json-work.ts';
import type { LensLink } from '../../state/lens-link.ts';
import type { JsonEditorHandle } from '../../ui/json-editor.tsx';
import { InSlot } from '../../ui/in-slot.tsx';
import type { TextPlace } from '../../ui/text-place.ts';
import { DocumentPane, type OpenDocument } from './document-pane.tsx';
import { DocumentsMenu } from './documents-menu.tsx';
import type { LensLook } from './lens-content.tsx';
import type { LensOuter } from './lens-session.ts';
import { placeName } from './lens-words.ts';
import { openList } from './open-list.ts';
import { openAtCaret } from './open-at-caret.ts';
import { usePlaces } from './use-places.ts';

export interface PayloadLensProps {
  draftId: string;
  /** The payload. */
  text: string;
  caret: TextPlace | null;
  look: LensLook;
  work: JsonWork;
  editorRef: RefObject<JsonEditorHandle | null>;
  /** Where the button stands. */
  toolbarRef: RefObject<HTMLElement | null>;
  /** The edit of a payload whose editor is not on the screen any more. */
  onPartsAside: (parts: readonly TextPart[]) => void;
  /** The payload of the draft, on the screen or not. */
  readAside: () => string;
  link: LensLink;
  shortcut: string;
}

/** The documents inside the payload: a list in the toolbar, and below the payload the one that is open. */
export function PayloadLens(props: PayloadLensProps) {
  const { draftId, text, toolbarRef, look, work, editorRef, link } = props;
  const found = usePlaces(text);
  const [toolbar, setToolbar] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => setToolbar(toolbarRef.current), [toolbarRef]);
  const [opened, setOpened] = useState(() => openOnes.get(draftId) ?? null);
  const [inPane] = useState(() => new Set<() => Promise<boolean>>());
  const go = (address: LensAddress, caret: TextPlace | null = null): void => {
    openOnes.set(draftId, { address, arrival: null });
    setOpened({ address, arrival: { caret } });
  };
  const close = (): void => {
    openOnes.delete(draftId);
    setOpened(null);
    editorRef.current?.focus();
  };
  useEffect(() => {
    const open = async (): Promise<void> => {
      const [openInside] = document.activeElement?.closest('.document-pane') ? inPane : [];
      const isFound = await (openInside?.() ?? openAtCaret({ text, caret: props.caret, go }));
      if (!isFound) openList(toolbar?.querySelector<HTMLElement>('button'), 'payload');
    };
    const opener = (): void => void open();
    link.openers.add(opener);
    return () => void link.openers.delete(opener);
  });
  return (
    <>
      <InSlot slot={toolbar}>
        <DocumentsMenu
          {...found}
          holder="payload"
          nameOf={placeName}
          shortcut={props.shortcut}
          onChoose={(place) => go(place.address)}
        />
      </InSlot>
      {opened !== null && (
        <DocumentPane
          key={JSON.stringify(opened.address)}
          root="payload"
          {...{ text, look }}
          {...opened}
          outer={() => outerOf(props)}
          onPending={(settle) => {
            link.pending.add(settle);
            return () => void link.pending.delete(settle);
          }}
          onGo={go}
          onClose={close}
          openers={inPane}
          onFormat={(editor) => void format(editor, work)}
        />
      )}
    </>
  );
}

/** What was open stays open when its draft comes back. */
const openOnes = new Map<string, OpenDocument>();

/** The payload's editor while it is there; it is not when the draft or the tab has been left with an edit on its way. */
function outerOf({ editorRef, readAside, onPartsAside }: PayloadLensProps): LensOuter {
  const own = editorRef.current;
  const editor = () => (editorRef.current === own ? own : null);
  return {
    read: () => editor()?.getText() ?? readAside(),
    apply: async (parts) => {
      const shown = editor();
      if (shown === null) onPartsAside(parts);
      else if (!shown.replaceParts(parts)) shown.replaceAll(applyParts(shown.getText(), parts));
      else {
        // Of a large text both would be felt: the edit, and what the draft makes of it. So each has its own task.
        await new Promise((resolve) => setTimeout(resolve, 0));
        shown.getText();
      }
    },
  };
}

async function format(editor: JsonEditorHandle, work: JsonWork): Promise<void> {
  const before = editor.getText();
  const edited = await work.edit('format', before);
  if (edited.ok && editor.getText() === before) editor.replaceAll(edited.text);
  editor.focus();
}
