import { useState } from 'react';
import type { LensAddress } from '../../documents/lens/lens-types.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DocumentPane } from './document-pane.tsx';
import { DocumentsMenu } from './documents-menu.tsx';
import type { LensLook } from './lens-content.tsx';
import { placeName } from './lens-words.ts';
import './response-lens.css';
import { usePlaces } from './use-places.ts';

export interface ResponseLensProps {
  /** The response. */
  text: string;
  look: LensLook;
}

/** The documents inside a response: a list, and a window with the one that is open, which is only looked at. */
export function ResponseLens({ text, look }: ResponseLensProps) {
  const found = usePlaces(text);
  const [address, setAddress] = useState<LensAddress | null>(null);
  const [openers] = useState(() => new Set<() => boolean>());
  return (
    <>
      <DocumentsMenu
        {...found}
        holder="response"
        nameOf={placeName}
        onChoose={(place) => setAddress(place.address)}
      />
      <Dialog
        open={address !== null}
        onOpenChange={(isOpen) => !isOpen && setAddress(null)}
        title="Inside the response"
        size="window"
      >
        {address !== null && (
          <div className="response-lens">
            <DocumentPane
              key={JSON.stringify(address)}
              root="response"
              {...{ text, address, look, openers }}
              outer={null}
              onPending={() => () => undefined}
              onGo={setAddress}
              onClose={null}
              onFormat={null}
            />
          </div>
        )}
      </Dialog>
    </>
  );
}
