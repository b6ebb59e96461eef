import { X } from 'lucide-react';
import type { PointerEvent, ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';

export interface DraftTabDescription {
  id: string;
  /** The name it was given, or its function's. */
  title: string;
  /** Dim behind the title: the qualifier. */
  detail: string;
  /** The state of its run, in words and as a mark of its own shape; null before the first run. */
  run: { words: string; mark: ReactNode } | null;
}

export interface DraftTabProps {
  tab: DraftTabDescription;
  /** The element's id, by which its panel names it. */
  elementId: string;
  controls: string;
  current: boolean;
  dragged: boolean;
  onActivate: () => void;
  onClose: () => void;
  onRename: () => void;
  onPointerDown: (event: PointerEvent) => void;
}

/**
 * One tab. Its closing cross is for the pointer alone and hidden from the rest: a tab can hold no button, and
 * the Delete key, the menu and the palette close it too.
 */
export function DraftTab({ tab, elementId, controls, current, dragged, ...on }: DraftTabProps) {
  const { id, title, detail, run } = tab;
  const name = ['Draft', title, detail].filter((part) => part !== '').join(' ');
  return (
    <div
      role="presentation"
      data-draft={id}
      className={classNames('draft-tab', current && 'draft-tab-current', dragged && 'draft-tab-dragged')}
      onPointerDown={on.onPointerDown}
      onAuxClick={(event) => event.button === 1 && on.onClose()}
    >
      <button
        type="button"
        role="tab"
        id={elementId}
        className="draft-tab-button"
        aria-label={run === null ? name : `${name}, ${run.words}`}
        aria-selected={current}
        aria-controls={current ? controls : undefined}
        aria-keyshortcuts="Delete F2"
        tabIndex={current ? 0 : -1}
        title={detail === '' ? title : `${title} · ${detail}`}
        onClick={on.onActivate}
        onDoubleClick={on.onRename}
      >
        {run?.mark}
        <span className="truncate">{title}</span>
        {detail !== '' && <span className="draft-tab-detail mono truncate">{detail}</span>}
      </button>
      <button
        type="button"
        className="draft-tab-close"
        tabIndex={-1}
        aria-hidden="true"
        title={`Close ${title}`}
        onClick={on.onClose}
      >
        <X aria-hidden="true" />
      </button>
    </div>
  );
}
