import { useState } from 'react';
import { awsRegions } from '../../documents/aws-regions.ts';
import { parsePastedCredentials } from '../../documents/paste-credentials.ts';
import type { CredentialSource } from '../../core/index.ts';
import type { StoredConnection } from '../../state/connection-types.ts';
import type { Connection } from '../../state/types.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import {
  connectionOf,
  credentialsOf,
  emptyValues,
  formProblems,
  valuesOf,
  type ConnectionFormValues,
  type FormProblems,
  type ReachableOrigins,
} from './connection-form-values.ts';
import './connection-form.css';

export interface ConnectionFormProps {
  /** null: a new one. */
  connection: Connection | null;
  hasCredentials: boolean;
  origins: ReachableOrigins;
  onSave: (connection: StoredConnection, credentials: CredentialSource | null) => void;
}

/** By this id the button in the dialog's foot submits the form. */
export const connectionFormId = 'connection-form';

/** One connection: where requests go, and the keys that sign them. */
export function ConnectionForm({ connection, hasCredentials, origins, onSave }: ConnectionFormProps) {
  const [values, setValues] = useState(() => (connection === null ? emptyValues : valuesOf(connection)));
  const [problems, setProblems] = useState<FormProblems>({});
  const change = (patch: Partial<ConnectionFormValues>): void => setValues({ ...values, ...patch });
  const save = (): void => {
    const found = formProblems(values, origins);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    onSave(connectionOf(connection?.id ?? crypto.randomUUID(), values, connection), credentialsOf(values));
  };
  return (
    <form
      id={connectionFormId}
      className="connection-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TargetFields values={values} problems={problems} onChange={change} />
      <CredentialFields
        values={values}
        problems={problems}
        onChange={change}
        hasCredentials={hasCredentials}
      />
    </form>
  );
}

const regions = awsRegions.map((value) => ({ value }));

interface FieldsProps {
  values: ConnectionFormValues;
  problems: FormProblems;
  onChange: (patch: Partial<ConnectionFormValues>) => void;
}

function TargetFields({ values, problems, onChange }: FieldsProps) {
  return (
    <>
      <TextField
        label="Name"
        value={values.name}
        error={problems.name}
        onChange={(name) => onChange({ name })}
      />
      <Combobox
        label="Region"
        mono
        value={values.region}
        error={problems.region}
        suggestions={regions}
        onChange={(region) => onChange({ region })}
      />
      <TextField
        label="Endpoint"
        mono
        type="url"
        placeholder="AWS endpoint of the region"
        hint="Leave empty for AWS. For another Lambda-compatible endpoint: its URL."
        value={values.endpoint}
        error={problems.endpoint}
        onChange={(endpoint) => onChange({ endpoint })}
      />
    </>
  );
}

function CredentialFields({
  values,
  problems,
  onChange,
  hasCredentials,
}: FieldsProps & { hasCredentials: boolean }) {
  return (
    <fieldset className="connection-form-credentials">
      <legend>Credentials</legend>
      <p className="dim">
        Kept in this page’s memory only, and gone with it. Prefer temporary credentials.
        {hasCredentials && ' Keys are in memory for this connection; leave the fields empty to keep them.'}
      </p>
      <PasteField onChange={onChange} />
      <TextField
        label="Access key ID"
        mono
        value={values.accessKeyId}
        error={problems.accessKeyId}
        onChange={(accessKeyId) => onChange({ accessKeyId })}
      />
      <TextField
        label="Secret access key"
        mono
        type="password"
        autoComplete="new-password"
        value={values.secretAccessKey}
        error={problems.secretAccessKey}
        onChange={(secretAccessKey) => onChange({ secretAccessKey })}
      />
      <TextField
        label="Session token"
        mono
        type="password"
        autoComplete="new-password"
        hint="For temporary credentials."
        value={values.sessionToken}
        onChange={(sessionToken) => onChange({ sessionToken })}
      />
    </fieldset>
  );
}

/** What is pasted here is read into the fields below and then forgotten. */
function PasteField({ onChange }: { onChange: FieldsProps['onChange'] }) {
  const [text, setText] = useState('');
  const [message, setMessage] = useState<string | undefined>(undefined);
  const read = (pasted: string): void => {
    const result = parsePastedCredentials(pasted);
    if (!result.ok) {
      setText(pasted);
      setMessage(pasted.trim() === '' ? undefined : result.message);
      return;
    }
    const { credentials } = result;
    setText('');
    setMessage(undefined);
    onChange({
      accessKeyId: credentials.accessKeyId,
      secretAccessKey: credentials.secretAccessKey,
      sessionToken: credentials.sessionToken ?? '',
      expiration: credentials.expiration ?? null,
      ...(credentials.region === undefined ? {} : { region: credentials.region }),
    });
  };
  return (
    <TextArea
      label="Paste credentials"
      mono
      rows={2}
      placeholder="export AWS_ACCESS_KEY_ID=…"
      hint="Export lines, a block of the credentials file, or the JSON of an AWS CLI command."
      value={text}
      error={message}
      onChange={read}
    />
  );
}
