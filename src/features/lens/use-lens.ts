import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LensAddress } from '../../documents/lens/lens-types.ts';
import { LensSession, type LensOuter, type LensSessionOptions, type LensView } from './lens-session.ts';

export interface UseLens {
  /** The text that holds the document. */
  text: string;
  address: LensAddress;
  /** Asked when the document opens; null: it is only looked at. */
  outer: (() => LensOuter) | null;
  onPending: LensSessionOptions['onPending'];
}

export interface OpenLens {
  /** null while the document is read for the first time. */
  view: LensView | null;
  edit: (shown: string) => void;
  /** Brings what was typed into the outer text now. */
  settle: () => void;
}

/** One open document. The address stays the same as long as the component lives. */
export function useLens(props: UseLens): OpenLens {
  const [view, setView] = useState<LensView | null>(null);
  const session = useRef<LensSession>(null);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const { address, outer, onPending } = latest.current;
    let isShown = true;
    const made = new LensSession({
      address,
      outer: outer?.() ?? { read: () => latest.current.text, apply: () => undefined },
      onPending,
      onView: (next) => isShown && setView(next),
    });
    session.current = made;
    return () => {
      isShown = false;
      made.dispose();
    };
  }, []);
  useEffect(() => void session.current?.outerChanged(props.text), [props.text]);
  return {
    view,
    edit: (shown) => session.current?.edit(shown),
    settle: () => void session.current?.settle(),
  };
}
