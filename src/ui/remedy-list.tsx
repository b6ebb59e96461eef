import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import './remedy-list.css';

export type RemedyItem<Act> =
  | { kind: 'text'; text: string }
  | { kind: 'copy'; label: string; text: string }
  | { kind: 'link'; label: string; url: string }
  | { kind: 'button'; label: string; hint?: string; act: Act };

export interface RemedyListProps<Act> {
  /** The accessible name. */
  label: string;
  items: readonly RemedyItem<Act>[];
  onAct: (act: Act) => void;
}

/** What can be done about something, each with the control that does it. */
export function RemedyList<Act>({ label, items, onAct }: RemedyListProps<Act>) {
  if (items.length === 0) return null;
  return (
    <ul className="remedy-list" aria-label={label}>
      {items.map((item) => (
        <li key={`${item.kind} ${'label' in item ? item.label : item.text}`}>
          <RemedyControl item={item} onAct={onAct} />
        </li>
      ))}
    </ul>
  );
}

function RemedyControl<Act>({ item, onAct }: { item: RemedyItem<Act>; onAct: (act: Act) => void }) {
  switch (item.kind) {
    case 'text':
      return <p>{item.text}</p>;
    case 'link':
      return (
        <a href={item.url} target="_blank" rel="noopener noreferrer">
          {item.label}
        </a>
      );
    case 'button':
      return (
        <p className="remedy-list-button">
          <Button size="small" onClick={() => onAct(item.act)}>
            {item.label}
          </Button>
          {item.hint !== undefined && <span className="dim">{item.hint}</span>}
        </p>
      );
    case 'copy':
      return (
        <div className="remedy-list-copy">
          <p>
            {item.label} <CopyButton label={`Copy: ${item.label}`} text={item.text} />
          </p>
          <pre className="mono">{item.text}</pre>
        </div>
      );
  }
}
