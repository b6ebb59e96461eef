import { TextField } from '../../ui/text-field.tsx';
import type { FieldsProps } from './connection-form.tsx';

/** STS is asked by this page: the keys below need sts:AssumeRole. */
export function RoleFields(fields: FieldsProps) {
  const { values, problems, onChange } = fields;
  return (
    <>
      <TextField
        label="Role ARN"
        mono
        placeholder="arn:aws:iam::123456789012:role/name"
        value={values.roleArn}
        error={problems.roleArn}
        onChange={(roleArn) => onChange({ roleArn })}
      />
      <div className="connection-form-pair">
        <TextField
          label="Session name"
          mono
          hint="CloudTrail shows it."
          value={values.sessionName}
          error={problems.sessionName}
          onChange={(sessionName) => onChange({ sessionName })}
        />
        <TextField
          label="External ID"
          mono
          hint="When the role wants one."
          value={values.externalId}
          onChange={(externalId) => onChange({ externalId })}
        />
      </div>
      <MfaFields {...fields} hint="Only when the role wants a code; it is asked for after saving." />
    </>
  );
}

/** GetSessionToken: the same user, with a code. */
export function SessionFields(fields: FieldsProps) {
  return <MfaFields {...fields} hint="The code is asked for after saving." />;
}

function MfaFields({ values, problems, onChange, hint }: FieldsProps & { hint: string }) {
  return (
    <div className="connection-form-pair">
      <TextField
        label="MFA device"
        mono
        placeholder="arn:aws:iam::123456789012:mfa/name"
        hint={hint}
        value={values.mfaSerial}
        error={problems.mfaSerial}
        onChange={(mfaSerial) => onChange({ mfaSerial })}
      />
      <TextField
        label="Duration in seconds"
        inputMode="numeric"
        hint="Empty: as long as the service gives. AWS takes 900 and more."
        value={values.duration}
        error={problems.duration}
        onChange={(duration) => onChange({ duration })}
      />
    </div>
  );
}

/** Unsigned calls: for guests, or with the token of a provider that the pool trusts. */
export function PoolFields({ values, problems, onChange }: FieldsProps) {
  return (
    <>
      <TextField
        label="Identity pool ID"
        mono
        placeholder="us-east-1:11111111-2222-3333-4444-555555555555"
        value={values.identityPoolId}
        error={problems.identityPoolId}
        onChange={(identityPoolId) => onChange({ identityPoolId })}
      />
      <TextField
        label="Login provider"
        mono
        placeholder="accounts.google.com"
        hint="Empty for the pool’s guests."
        value={values.provider}
        onChange={(provider) => onChange({ provider })}
      />
      {values.provider.trim() !== '' && (
        <TextField
          label="Login token"
          mono
          type="password"
          autoComplete="new-password"
          hint="The provider’s ID token. It stays in this page’s memory."
          value={values.loginToken}
          onChange={(loginToken) => onChange({ loginToken })}
        />
      )}
    </>
  );
}
