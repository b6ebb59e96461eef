import { Braces } from 'lucide-react';
import type { EventType } from '../../documents/event-type-list.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import './event-type-button.css';

export interface EventTypeButtonProps {
  /** What the draft keeps; null: any JSON. */
  id: string | null;
  /** The same with its words, once they are here. */
  type: EventType | null;
  onChoose: () => void;
}

/** Which AWS event the payload is meant to be: its shape is proposed while typing. */
export function EventTypeButton({ id, type, onChoose }: EventTypeButtonProps) {
  const name = type === null ? id : `${type.group} · ${type.label}`;
  return (
    <Tooltip text="The AWS event that the payload is meant to be: the editor then proposes its fields">
      <button
        type="button"
        className="button button-ghost button-small event-type-button"
        aria-haspopup="dialog"
        onClick={onChoose}
      >
        <Braces aria-hidden="true" />
        <span className="event-type-button-words">
          Event type
          <span className={name === null ? 'visually-hidden' : 'event-type-button-name truncate'}>
            {name ?? 'none'}
          </span>
        </span>
      </button>
    </Tooltip>
  );
}
