import { useState } from 'react';
import type { KeepingStore } from '../../state/credential-keeping.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useStore } from '../../ui/use-store.ts';
import './vault-panel.css';

/** The vault of this browser: unlock, lock, another passphrase, forget all of it. */
export function VaultPanel({ keeping }: { keeping: KeepingStore }) {
  const { vault, actions } = useStore(keeping, (state) => state);
  const [changing, setChanging] = useState(false);
  const [forgetting, setForgetting] = useState(false);
  return (
    <section className="vault-panel" aria-label="Vault">
      <h3>Vault: {vault === 'unlocked' ? 'open' : 'locked'}</h3>
      {vault === 'locked' && (
        <PassphraseForm
          fields={['Vault passphrase']}
          label="Unlock"
          onSubmit={([one]) => actions.unlock(one)}
        />
      )}
      {vault === 'unlocked' && changing && (
        <PassphraseForm
          fields={['Vault passphrase', 'New passphrase']}
          label="Change it"
          onSubmit={async ([before, after]) => {
            const changed = await actions.changePassphrase(before, after);
            if (changed.ok) {
              setChanging(false);
              showToast({ title: 'The vault has a new passphrase', tone: 'success' });
            }
            return changed;
          }}
        />
      )}
      {vault === 'unlocked' && !changing && (
        <div className="vault-panel-buttons">
          <Button size="small" onClick={() => actions.lock()}>
            Lock now
          </Button>
          <Button size="small" onClick={() => setChanging(true)}>
            Change passphrase
          </Button>
        </div>
      )}
      <Button size="small" variant="danger" onClick={() => setForgetting(true)}>
        Forget all kept credentials
      </Button>
      <ConfirmDialog
        open={forgetting}
        danger
        title="Forget all kept credentials?"
        confirmLabel="Forget"
        onCancel={() => setForgetting(false)}
        onConfirm={() => {
          setForgetting(false);
          void actions.forgetAll();
        }}
      >
        <p>Connections stay. Their keys have to be entered again.</p>
      </ConfirmDialog>
    </section>
  );
}

interface PassphraseFormProps {
  fields: readonly string[];
  label: string;
  onSubmit: (typed: readonly [string, string]) => Promise<{ ok: true } | { ok: false; message: string }>;
}

/** The passphrase is read once and then forgotten. */
function PassphraseForm({ fields, label, onSubmit }: PassphraseFormProps) {
  const [typed, setTyped] = useState(['', '']);
  const [message, setMessage] = useState<string | undefined>(undefined);
  const [working, setWorking] = useState(false);
  const submit = async (): Promise<void> => {
    setWorking(true);
    const result = await onSubmit([typed[0] ?? '', typed[1] ?? '']);
    setWorking(false);
    setTyped(['', '']);
    setMessage(result.ok ? undefined : result.message);
  };
  const isEmpty = fields.some((_name, index) => typed[index] === '');
  return (
    <form
      className="vault-panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty && !working) void submit();
      }}
    >
      {fields.map((name, index) => (
        <TextField
          key={name}
          label={name}
          type="password"
          autoComplete="off"
          value={typed[index] ?? ''}
          error={index === 0 ? message : undefined}
          onChange={(text) => setTyped(typed.with(index, text))}
        />
      ))}
      <Button
        size="small"
        type="submit"
        disabledReason={working ? 'The key is being made.' : isEmpty ? 'Enter it first.' : undefined}
      >
        {label}
      </Button>
    </form>
  );
}
