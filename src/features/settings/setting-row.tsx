import { useId, type ReactNode } from 'react';

/** One line of the settings: what it is about, and its controls. */
export function SettingRow({ name, children }: { name: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="setting-row">
      <h3 id={id} className="setting-row-name">
        {name}
      </h3>
      <div className="setting-row-controls">{children}</div>
    </div>
  );
}
