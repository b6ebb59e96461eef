import type { Backup, BackupKind } from '../../../state/backup-types.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';

export interface KindChoiceProps {
  backup: Backup;
  chosen: ReadonlySet<BackupKind>;
  onChange: (chosen: ReadonlySet<BackupKind>) => void;
}

const kinds: readonly (readonly [kind: BackupKind, name: string])[] = [
  ['presets', 'Presets'],
  ['drafts', 'Drafts'],
  ['runs', 'Runs'],
  ['favourites', 'Names of favourite runs'],
  ['connections', 'Connections, without credentials'],
  ['environments', 'Environments of variables, without secrets'],
  ['settings', 'Settings'],
];

/** What goes into a backup, or comes out of it. */
export function KindChoice({ backup, chosen, onChange }: KindChoiceProps) {
  const toggle = (kind: BackupKind, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(kind);
    else next.delete(kind);
    onChange(next);
  };
  return (
    <div role="group" aria-label="What">
      {kinds.map(([kind, name]) => {
        const part = backup[kind];
        const count = Array.isArray(part) ? part.length : part === null ? 0 : 1;
        return (
          <Checkbox
            key={kind}
            label={kind === 'settings' ? name : `${name}: ${count.toLocaleString()}`}
            checked={chosen.has(kind) && count > 0}
            disabled={count === 0}
            onChange={(on) => toggle(kind, on)}
          />
        );
      })}
    </div>
  );
}

/** A backup with the chosen kinds alone. */
export function onlyKinds(backup: Backup, chosen: ReadonlySet<BackupKind>): Backup {
  const list = <Item,>(kind: BackupKind, items: readonly Item[]): readonly Item[] =>
    chosen.has(kind) ? items : [];
  return {
    presets: list('presets', backup.presets),
    drafts: list('drafts', backup.drafts),
    runs: list('runs', backup.runs),
    favourites: list('favourites', backup.favourites),
    connections: list('connections', backup.connections),
    environments: list('environments', backup.environments),
    settings: chosen.has('settings') ? backup.settings : null,
    presetOrder: list('presets', backup.presetOrder),
    origins: list('drafts', backup.origins),
  };
}
