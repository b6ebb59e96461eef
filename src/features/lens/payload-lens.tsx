import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import type { LensAddress, TextPart } from '../../documents/lens/lens-types.ts';
import { applyParts } from '../../documents/lens/write-document.ts';
import type { JsonWork } from '../../state/json-work.ts';
import type { LensLink } from '../../state/lens-link.ts';
import type { JsonEditorHandle } from '../../ui/json-editor.tsx';
import { InSlot } from '../../ui/in-slot.tsx';
import { offsetAt, type TextPlace } from '../../ui/text-place.ts';
import { DocumentPane } from './document-pane.tsx';
import { DocumentsMenu } from './documents-menu.tsx';
import type { LensLook } from './lens-content.tsx';
import type { LensOuter } from './lens-session.ts';
import { placeAt, placeName } from './lens-words.ts';
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
  const [address, setAddress] = useState(() => openAddresses.get(draftId) ?? null);
  const [inPane] = useState(() => new Set<() => boolean>());
  const go = (next: LensAddress | null): void => {
    if (next === null) openAddresses.delete(draftId);
    else openAddresses.set(draftId, next);
    setAddress(next);
    if (next === null) editorRef.current?.focus();
  };
  useEffect(() => {
    const open = (): void => {
      const isInside = document.activeElement?.closest('.document-pane') !== null;
      if (isInside && [...inPane].some((openInside) => openInside())) return;
      const { caret } = props;
      const place = isInside || caret === null ? undefined : placeAt(found, offsetAt(text, caret));
      if (place === undefined) toolbar?.querySelector<HTMLElement>('button')?.click();
      else go(place.address);
    };
    link.openers.add(open);
    return () => void link.openers.delete(open);
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
      {address !== null && (
        <DocumentPane
          key={JSON.stringify(address)}
          root="payload"
          {...{ text, address, look }}
          outer={() => outerOf(props)}
          onPending={(settle) => {
            link.pending.add(settle);
            return () => void link.pending.delete(settle);
          }}
          onGo={go}
          onClose={() => go(null)}
          openers={inPane}
          onFormat={(editor) => void format(editor, work)}
        />
      )}
    </>
  );
}

/** What was open stays open when its draft comes back. */
const openAddresses = new Map<string, LensAddress>();

/** The payload's editor while it is there; it is not when the draft or the tab has been left with an edit on its way. */
function outerOf({ editorRef, readAside, onPartsAside }: PayloadLensProps): LensOuter {
  const own = editorRef.current;
  const editor = () => (editorRef.current === own ? own : null);
  return {
    read: () => editor()?.getText() ?? readAside(),
    apply: (parts) => {
      const shown = editor();
      if (shown === null) onPartsAside(parts);
      else if (!shown.replaceParts(parts)) shown.replaceAll(applyParts(shown.getText(), parts));
    },
  };
}

async function format(editor: JsonEditorHandle, work: JsonWork): Promise<void> {
  const before = editor.getText();
  const edited = await work.edit('format', before);
  if (edited.ok && editor.getText() === before) editor.replaceAll(edited.text);
  editor.focus();
}
