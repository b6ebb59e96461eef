import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { KeepingState } from '../../state/credential-keeping.ts';
import { keepRefusal } from '../../state/keep-level.ts';
import type { KeepLevel } from '../../state/types.ts';
import type { FieldsProps } from './connection-form.tsx';

/** Where the keys stay. The choice says what it protects from. */
export function KeepingFields({
  values,
  problems,
  onChange,
  keeping,
}: FieldsProps & { keeping: KeepingState }) {
  const reason = (level: KeepLevel): string | undefined => keepRefusal(level, keeping.origin) ?? undefined;
  const needsPassphrase = values.keep === 'vault' && keeping.vault !== 'unlocked';
  return (
    <>
      <div className="field">
        <span className="field-label" aria-hidden="true">
          Keep them
        </span>
        <Segmented
          label="Keep them"
          value={values.keep}
          onChange={(keep) => onChange({ keep })}
          options={[
            { value: 'memory', label: 'In this page' },
            { value: 'device', label: 'On this device', disabledReason: reason('device') },
            { value: 'vault', label: 'In a vault', disabledReason: reason('vault') },
          ]}
        />
        <p className="field-hint">{levelWords[values.keep]}</p>
        {values.keep === 'memory' && reason('device') !== undefined && (
          <p className="field-hint">On this device: {reason('device')}</p>
        )}
      </div>
      {needsPassphrase ? (
        <TextField
          label={keeping.vault === 'none' ? 'New passphrase of the vault' : 'Passphrase of the vault'}
          type="password"
          autoComplete="new-password"
          hint={
            keeping.vault === 'none'
              ? 'Nobody can recover it. Without it the keys have to be entered again.'
              : undefined
          }
          value={values.passphrase}
          error={problems.passphrase}
          onChange={(passphrase) => onChange({ passphrase })}
        />
      ) : (
        problems.passphrase && (
          <p className="field-error" role="alert">
            {problems.passphrase}
          </p>
        )
      )}
    </>
  );
}

const levelWords: Record<KeepLevel, string> = {
  memory: 'In memory alone: they are gone with this page.',
  device:
    'As a key that signs and that no script can read, with its session token, until they end. Who uses this browser can sign with it.',
  vault: 'Encrypted with a passphrase. It locks itself after 15 minutes without a key press or a click.',
};
