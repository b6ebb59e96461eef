import { useState } from 'react';
import type { ConnectionChecks } from '../../state/connection-checks.ts';
import type { Connection } from '../../state/types.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Whether a code of an MFA device opens its session. */
export function needsCode({ signing }: Connection): boolean {
  return signing.type === 'session' || (signing.type === 'role' && signing.mfaSerial !== '');
}

export interface SessionCodeProps {
  connection: Connection;
  checks: ConnectionChecks;
}

/** Asks for a code, and opens a session with it. */
export function SessionCode({ connection, checks }: SessionCodeProps) {
  const [code, setCode] = useState('');
  const [message, setMessage] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const open = async (): Promise<void> => {
    setAsking(true);
    const problem = await checks.openSession(connection, code.trim());
    setAsking(false);
    setMessage(problem);
    if (problem === null) setCode('');
  };
  return (
    <div className="connection-form-profile">
      <TextField
        label="MFA code"
        mono
        inputMode="numeric"
        autoComplete="one-time-code"
        hint="It opens a session, which signs until it ends."
        value={code}
        error={message ?? undefined}
        onChange={setCode}
      />
      <Button
        disabledReason={
          asking ? 'STS is being asked.' : code.trim() === '' ? 'Enter the code first.' : undefined
        }
        onClick={() => {
          void open();
        }}
      >
        Open session
      </Button>
    </div>
  );
}
