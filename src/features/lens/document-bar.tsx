import { Sparkles, X } from 'lucide-react';
import type { LensAddress, LensPlaces, OpenedDocument } from '../../documents/lens/lens-types.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { DocumentsMenu } from './documents-menu.tsx';
import { factsOf, placeName } from './lens-words.ts';

export interface DocumentBarProps {
  root: string;
  address: LensAddress;
  opened: OpenedDocument | null;
  /** The documents inside this one. */
  inside: LensPlaces;
  text: () => string;
  onGo: (address: LensAddress) => void;
  onClose: (() => void) | null;
  onFormat: (() => void) | null;
}

/** Where the document is, what it is, and what can be done with it. */
export function DocumentBar({
  root,
  address,
  opened,
  inside,
  text,
  onGo,
  onClose,
  onFormat,
}: DocumentBarProps) {
  return (
    <header className="document-pane-bar">
      <Breadcrumb {...{ root, address, onGo }} onRoot={onClose} />
      <span className="document-pane-actions">
        {onFormat !== null && opened?.text?.isJson === true && (
          <IconButton
            label="Format document"
            size="small"
            icon={<Sparkles aria-hidden="true" />}
            onClick={onFormat}
          />
        )}
        {inside.places.length > 0 && (
          <DocumentsMenu
            {...inside}
            holder="document"
            nameOf={placeName}
            onChoose={(place) => onGo([...address, ...place.address])}
          />
        )}
        {opened !== null && opened.text !== null && <CopyButton label="Copy document" text={text} />}
        {onClose !== null && (
          <IconButton label="Close document" size="small" icon={<X aria-hidden="true" />} onClick={onClose} />
        )}
      </span>
      {opened !== null && <p className="document-pane-facts dim">{factsOf(opened)}</p>}
    </header>
  );
}
