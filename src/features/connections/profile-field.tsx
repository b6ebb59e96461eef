import { useEffect, useState } from 'react';
import type { Profile, ProfileSource } from '../../state/profiles.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import type { FieldsProps } from './connection-form.tsx';

export interface ProfileFieldProps extends Pick<FieldsProps, 'onChange'> {
  profiles: ProfileSource;
}

/** Profiles of this machine, when the server was started to offer them. Credentials come with a click alone. */
export function ProfileField({ profiles, onChange }: ProfileFieldProps) {
  const [offered, setOffered] = useState<readonly Profile[]>([]);
  const [chosen, setChosen] = useState('');
  const [message, setMessage] = useState<string | undefined>(undefined);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void profiles.list().then((found) => {
      if (isCurrent) setOffered(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [profiles]);
  const [first] = offered;
  if (first === undefined) return null;
  const name = chosen === '' ? first.name : chosen;
  const take = async (): Promise<void> => {
    setAsking(true);
    const given = await profiles.credentials(name);
    setAsking(false);
    setMessage(given.ok ? undefined : given.message);
    if (!given.ok) return;
    const region = given.region ?? offered.find((one) => one.name === name)?.region;
    onChange({
      accessKeyId: given.keys.accessKeyId,
      secretAccessKey: given.keys.secretAccessKey,
      sessionToken: given.keys.sessionToken ?? '',
      expiration: given.keys.expiration ?? null,
      ...(region === undefined ? {} : { region }),
    });
  };
  return (
    <div className="connection-form-profile">
      <Select
        label="Profile of this machine"
        value={name}
        error={message}
        options={offered.map((one) => ({ value: one.name, label: one.name }))}
        onChange={setChosen}
      />
      <Button
        disabledReason={asking ? 'The server is asking AWS.' : undefined}
        onClick={() => {
          void take();
        }}
      >
        Get its credentials
      </Button>
    </div>
  );
}
