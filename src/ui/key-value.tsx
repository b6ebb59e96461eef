import type { ReactNode } from 'react';
import './key-value.css';
import { classNames } from './class-names.ts';

export interface KeyValueProps {
  rows: readonly { key: string; value: ReactNode; title?: string | undefined; dim?: boolean | undefined }[];
  /** Values are something that goes over the wire. @default true */
  mono?: boolean;
  label?: string | undefined;
}

/** Names and values under one another: headers, facts. */
export function KeyValue({ rows, mono = true, label }: KeyValueProps) {
  return (
    <dl className="key-value" aria-label={label}>
      {rows.map(({ key, value, title, dim }, index) => (
        <div key={`${key} ${index}`} className="key-value-row" title={title}>
          <dt className="key-value-key">{key}</dt>
          <dd className={classNames('key-value-value', mono && 'mono', dim && 'dim')}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
