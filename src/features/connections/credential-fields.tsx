import type { KeepingState } from '../../state/credential-keeping.ts';
import type { ProfileSource } from '../../state/profiles.ts';
import { Callout } from '../../ui/callout.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { foreignHost } from './connection-form-problems.ts';
import { needsKeys } from './connection-form-values.ts';
import type { FieldsProps } from './connection-form.tsx';
import { KeepingFields } from './keeping-fields.tsx';
import { PasteField } from './paste-field.tsx';
import { ProfileField } from './profile-field.tsx';
import { PoolFields, RoleFields, SessionFields } from './session-fields.tsx';

export interface CredentialFieldsProps extends FieldsProps {
  hasCredentials: boolean;
  keeping: KeepingState;
  profiles: ProfileSource;
}

/** What signs, in every form people have it. */
export function CredentialFields({ hasCredentials, keeping, profiles, ...fields }: CredentialFieldsProps) {
  const { values, onChange } = fields;
  if (!keeping.origin.isSecure) return <Insecure />;
  return (
    <fieldset className="connection-form-credentials">
      <legend>Credentials</legend>
      <Select
        label="Sign with"
        value={values.signing}
        options={choices}
        onChange={(signing) => onChange({ signing })}
      />
      {values.signing === 'anonymous' && (
        <p className="dim">Requests go unsigned. AWS refuses them; a local endpoint may not.</p>
      )}
      {values.signing === 'role' && <RoleFields {...fields} />}
      {values.signing === 'session' && <SessionFields {...fields} />}
      {values.signing === 'cognito' && <PoolFields {...fields} />}
      {needsKeys(values.signing) && (
        <>
          <ProfileField profiles={profiles} onChange={onChange} />
          <PasteField onChange={onChange} />
          <KeyFields {...fields} hasCredentials={hasCredentials} />
          <KeepingFields {...fields} keeping={keeping} />
        </>
      )}
      <SendKeys {...fields} />
    </fieldset>
  );
}

const choices = [
  { value: 'keys', label: 'Access keys' },
  { value: 'role', label: 'A role, assumed with access keys' },
  { value: 'session', label: 'Access keys with an MFA code' },
  { value: 'cognito', label: 'A Cognito identity pool' },
  { value: 'anonymous', label: 'Nothing (anonymous)' },
] as const;

/** Others on the way could read what is typed here. */
function Insecure() {
  return (
    <Callout tone="warn" title="Credentials can’t be entered on this page">
      It did not come over https, so others on the network could read them. Open the console by https, or at
      127.0.0.1.
    </Callout>
  );
}

function KeyFields({
  values,
  problems,
  onChange,
  hasCredentials,
}: FieldsProps & { hasCredentials: boolean }) {
  const isCustom = values.endpoint.trim() !== '';
  return (
    <>
      <TextField
        label="Access key ID"
        mono
        value={values.accessKeyId}
        error={problems.accessKeyId}
        hint={
          hasCredentials
            ? 'Keys are in this page already. Leave the fields empty to keep them.'
            : isCustom && values.signing === 'keys' && 'Left empty, dummy keys sign: they open nothing.'
        }
        onChange={(accessKeyId) => onChange({ accessKeyId, expiration: null })}
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
        hint={
          values.expiration === null
            ? 'For temporary credentials, which are to be preferred.'
            : `These credentials end at ${values.expiration.toLocaleString()}.`
        }
        value={values.sessionToken}
        error={problems.sessionToken}
        onChange={(sessionToken) => onChange({ sessionToken })}
      />
    </>
  );
}

/** A signature made for a foreign host tells it who signs, and the token goes along. */
function SendKeys({ values, problems, onChange }: FieldsProps) {
  const host = foreignHost(values);
  if (host === null || values.signing === 'anonymous') return null;
  return (
    <div>
      <Checkbox
        label={`Sign for ${host} with these credentials`}
        hint="It is neither AWS nor this machine. It will see the access key ID and the session token."
        checked={values.sendKeys}
        onChange={(sendKeys) => onChange({ sendKeys })}
      />
      {problems.sendKeys && (
        <p className="field-error" role="alert">
          {problems.sendKeys}
        </p>
      )}
    </div>
  );
}
