import type { ReactNode } from 'react';
import './empty-state.css';
import { Kbd } from './kbd.tsx';

export interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  /** The key to press next. */
  keys?: string | undefined;
}

/** Says why there is nothing here yet, and teaches the next key. */
export function EmptyState({ icon, title, children, keys }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon !== undefined && (
        <span className="empty-state-icon" aria-hidden="true">
          {icon}
        </span>
      )}
      <p className="empty-state-title">{title}</p>
      {children !== undefined && <div className="empty-state-text">{children}</div>}
      {keys !== undefined && <Kbd keys={keys} />}
    </div>
  );
}
