import { useState } from 'react';
import { awsRegions } from '../../documents/aws-regions.ts';
import type { StoredConnection } from '../../state/connection-types.ts';
import type { ReadableKeys } from '../../state/credential-keeper.ts';
import type { KeepingState } from '../../state/credential-keeping.ts';
import type { ProfileSource } from '../../state/profiles.ts';
import type { Connection } from '../../state/types.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { formProblems, type FormProblems, type ReachableOrigins } from './connection-form-problems.ts';
import {
  connectionOf,
  emptyValues,
  keysOf,
  valuesOf,
  type ConnectionFormValues,
} from './connection-form-values.ts';
import { CredentialFields } from './credential-fields.tsx';
import { LookFields } from './look-fields.tsx';
import './connection-form.css';

/** What the form gives when everything in it is right. */
export interface SavedForm {
  connection: StoredConnection;
  /** null: none were typed. */
  keys: ReadableKeys | null;
  loginToken: string | null;
  /** Of the vault. */
  passphrase: string;
}

export interface ConnectionFormProps {
  /** null: a new one. */
  connection: Connection | null;
  hasCredentials: boolean;
  origins: ReachableOrigins;
  keeping: KeepingState;
  profiles: ProfileSource;
  /** Gives what is wrong with the passphrase or the storage, or null when all is kept. */
  onSave: (saved: SavedForm) => Promise<string | null>;
}

/** By this id the button in the dialog's foot submits the form. */
export const connectionFormId = 'connection-form';

/** What every group of fields gets. */
export interface FieldsProps {
  values: ConnectionFormValues;
  problems: FormProblems;
  onChange: (patch: Partial<ConnectionFormValues>) => void;
}

/** One connection: where requests go, what guards them, and the keys that sign them. */
export function ConnectionForm({ connection, onSave, origins, ...credentials }: ConnectionFormProps) {
  const [values, setValues] = useState(() => (connection === null ? emptyValues : valuesOf(connection)));
  const [problems, setProblems] = useState<FormProblems>({});
  const change = (patch: Partial<ConnectionFormValues>): void =>
    setValues((before) => ({ ...before, ...patch }));
  const save = async (): Promise<void> => {
    const found = formProblems(values, origins);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const passphrase = await onSave({
      connection: connectionOf(connection?.id ?? crypto.randomUUID(), values, connection),
      keys: keysOf(values),
      loginToken: values.loginToken.trim() || null,
      passphrase: values.passphrase,
    });
    if (passphrase !== null) setProblems({ passphrase });
  };
  const fields: FieldsProps = { values, problems, onChange: change };
  return (
    <form
      id={connectionFormId}
      className="connection-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TargetFields {...fields} />
      <LookFields {...fields} />
      <CredentialFields {...fields} {...credentials} />
    </form>
  );
}

const regions = awsRegions.map((value) => ({ value }));

function TargetFields({ values, problems, onChange }: FieldsProps) {
  const isCustom = values.endpoint.trim() !== '';
  return (
    <>
      <TextField
        label="Name"
        value={values.name}
        error={problems.name}
        onChange={(name) => onChange({ name })}
      />
      <div className="connection-form-pair">
        <Combobox
          label="Region"
          mono
          value={values.region}
          error={problems.region}
          suggestions={regions}
          onChange={(region) => onChange({ region })}
        />
        <Select
          label="AWS host"
          value={values.variant}
          options={variants}
          disabled={isCustom}
          hint={isCustom ? 'The endpoint below stands instead.' : undefined}
          onChange={(variant) => onChange({ variant })}
        />
      </div>
      <TextField
        label="Endpoint"
        mono
        type="url"
        placeholder="AWS endpoint of the region"
        hint="Leave empty for AWS. For another Lambda-compatible endpoint: its URL."
        value={values.endpoint}
        error={problems.endpoint}
        onChange={(endpoint) =>
          onChange({ endpoint, ...(endpoint.trim() === '' ? {} : { variant: 'standard' }) })
        }
      />
    </>
  );
}

const variants = [
  { value: 'standard', label: 'Standard' },
  { value: 'fips', label: 'FIPS' },
  { value: 'dualstack', label: 'Dual-stack' },
  { value: 'fips-dualstack', label: 'FIPS, dual-stack' },
] as const;
