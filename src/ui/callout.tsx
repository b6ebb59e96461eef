import { CircleAlert, CircleCheck, CircleHelp, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './callout.css';
import { classNames } from './class-names.ts';
import { toneClass } from './tone.ts';
import type { Tone } from './tone.ts';

export interface CalloutProps {
  tone: Tone;
  /** Instead of the tone's own. */
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  /** The controls that mend it. */
  actions?: ReactNode;
  className?: string | undefined;
}

/** What happened, what it means and what to do about it, where it happened. */
export function Callout({ tone, icon, title, children, actions, className }: CalloutProps) {
  const ToneIcon = toneIcons[tone];
  return (
    <div className={classNames('callout', toneClass(tone), className)}>
      <span className="callout-icon" aria-hidden="true">
        {icon ?? <ToneIcon />}
      </span>
      <div className="callout-content">
        <p className="callout-title">{title}</p>
        {children !== undefined && <div className="callout-text">{children}</div>}
        {actions !== undefined && <div className="callout-actions">{actions}</div>}
      </div>
    </div>
  );
}

const toneIcons = {
  success: CircleCheck,
  error: CircleAlert,
  info: Info,
  warn: TriangleAlert,
  unknown: CircleHelp,
  neutral: Info,
};
