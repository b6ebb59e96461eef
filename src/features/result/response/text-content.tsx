import { useRef } from 'react';
import { FindBar } from '../../../ui/find-bar.tsx';
import { keepFocus } from '../../../ui/keep-focus.ts';
import { TextView } from '../../../ui/text-view.tsx';
import { useFind } from '../../../ui/use-find.ts';

export interface TextContentProps {
  text: string;
  language: 'json' | 'plain';
  wrap: boolean;
  label: string;
  isFinding: boolean;
  onFindClose: () => void;
  followEnd?: boolean;
}

/** A text with the bar to look through it. */
export function TextContent({
  text,
  language,
  wrap,
  label,
  isFinding,
  onFindClose,
  followEnd = false,
}: TextContentProps) {
  const find = useFind(text);
  const root = useRef<HTMLDivElement>(null);
  const close = (): void =>
    keepFocus(onFindClose, () => root.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  return (
    <div ref={root} className="text-content">
      {isFinding && <FindBar find={find} label={`Find in ${label.toLowerCase()}`} onClose={close} />}
      <div className="text-content-text">
        <TextView {...{ text, language, wrap, label, followEnd }} marks={isFinding ? find.marks : null} />
      </div>
    </div>
  );
}
