import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import './shortcuts-dialog.css';

export interface Shortcut {
  /** null: by its name in the palette. */
  keys: string | null;
  what: string;
}

export interface ShortcutGroup {
  name: string;
  shortcuts: readonly Shortcut[];
}

export interface ShortcutsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly ShortcutGroup[];
}

/** All shortcuts in one place. */
export function ShortcutsDialog({ open, onOpenChange, groups }: ShortcutsDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keyboard shortcuts"
      description={
        <>
          What has no key of its own is done by its name: <Kbd keys="Mod+K" /> and a few letters of it.
        </>
      }
      size="large"
    >
      {/* Focusable, so that arrow keys scroll it. */}
      <div className="shortcuts-dialog" role="region" aria-label="Shortcuts" tabIndex={0}>
        {groups.map(({ name, shortcuts }) => (
          <section key={name} className="shortcuts-dialog-group">
            <h3>{name}</h3>
            <dl>
              {shortcuts.map(({ keys, what }) => (
                <div key={what} className="shortcuts-dialog-row">
                  <dt>{what}</dt>
                  <dd>
                    {keys === null ? (
                      <span className="shortcuts-dialog-name">by name</span>
                    ) : (
                      <Kbd keys={keys} />
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
