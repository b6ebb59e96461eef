import { ChevronRight } from 'lucide-react';
import type { LensAddress } from '../../documents/lens/lens-types.ts';
import { stepName } from './lens-words.ts';

export interface BreadcrumbProps {
  root: string;
  address: LensAddress;
  onGo: (address: LensAddress) => void;
  /** null where the outermost text is not to be gone to. */
  onRoot: (() => void) | null;
}

/** The way to a document, each text on it a press away. */
export function Breadcrumb({ root, address, onGo, onRoot }: BreadcrumbProps) {
  const rootName = root.charAt(0).toUpperCase() + root.slice(1);
  return (
    <nav className="document-pane-crumbs" aria-label="Where the document is">
      <ol>
        <li>{onRoot === null ? rootName : <Crumb name={rootName} onPress={onRoot} />}</li>
        {address.map((step, index) => {
          const way = address.slice(0, index + 1);
          const key = JSON.stringify(way);
          const isLast = way.length === address.length;
          return (
            <li key={key} aria-current={isLast ? 'location' : undefined}>
              <ChevronRight aria-hidden="true" />
              {isLast ? (
                <span className="mono">{stepName(step)}</span>
              ) : (
                <Crumb name={stepName(step)} onPress={() => onGo(way)} />
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Crumb({ name, onPress }: { name: string; onPress: () => void }) {
  return (
    <button type="button" className="button-link" onClick={onPress}>
      {name}
    </button>
  );
}
