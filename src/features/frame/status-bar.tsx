import type { ReactNode } from 'react';
import { Kbd } from '../../ui/kbd.tsx';
import './status-bar.css';

export interface StatusBarProps {
  endpoint: string;
  /** State and size of the payload, such as `JSON valid · 261 B of 6 MB`. */
  payloadState: string;
  payloadTone: 'ok' | 'warning' | 'fault';
  lastRun: string | null;
  /** What else goes on. */
  children?: ReactNode;
}

/** Where requests go, what the payload is, when the last run was. */
export function StatusBar({ endpoint, payloadState, payloadTone, lastRun, children }: StatusBarProps) {
  return (
    <footer className="status-bar">
      <span className="status-bar-endpoint mono truncate" title={endpoint}>
        {endpoint}
      </span>
      <span className="status-bar-payload tabular" data-tone={payloadTone}>
        {payloadState}
      </span>
      {children}
      <span className="status-bar-end">
        {lastRun !== null && <span className="tabular">last run {lastRun}</span>}
        <span className="status-bar-hint">
          <Kbd keys="Mod+/" /> all shortcuts
        </span>
      </span>
    </footer>
  );
}
