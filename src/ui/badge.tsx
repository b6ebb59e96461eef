import type { ReactNode } from 'react';
import './badge.css';
import { classNames } from './class-names.ts';
import { toneClass } from './tone.ts';
import type { Tone } from './tone.ts';

export interface BadgeProps {
  /** @default 'neutral' */
  tone?: Tone;
  mono?: boolean | undefined;
  title?: string | undefined;
  children: ReactNode;
}

export function Badge({ tone = 'neutral', mono, title, children }: BadgeProps) {
  return (
    <span className={classNames('badge', toneClass(tone), mono && 'mono')} title={title}>
      {children}
    </span>
  );
}
