import { useState } from 'react';
import { parsePastedCredentials } from '../../documents/paste-credentials.ts';
import { TextArea } from '../../ui/text-area.tsx';
import type { FieldsProps } from './connection-form.tsx';

/** What is pasted here is read into the fields below and then forgotten. */
export function PasteField({ onChange }: Pick<FieldsProps, 'onChange'>) {
  const [text, setText] = useState('');
  const [message, setMessage] = useState<string | undefined>(undefined);
  const [found, setFound] = useState<string | undefined>(undefined);
  const read = (pasted: string): void => {
    const result = parsePastedCredentials(pasted);
    setFound(undefined);
    if (!result.ok) {
      setText(pasted);
      setMessage(pasted.trim() === '' ? undefined : result.message);
      return;
    }
    const { credentials } = result;
    const { expiration = null, sessionToken = '', region } = credentials;
    setText('');
    setMessage(undefined);
    setFound(
      expiration === null ? 'Read into the fields below.' : `Read. They end ${expiration.toLocaleString()}.`,
    );
    onChange({
      accessKeyId: credentials.accessKeyId,
      secretAccessKey: credentials.secretAccessKey,
      sessionToken,
      expiration,
      ...(region === undefined ? {} : { region }),
    });
  };
  return (
    <TextArea
      label="Paste credentials"
      mono
      rows={2}
      placeholder="export AWS_ACCESS_KEY_ID=…"
      hint={
        found ??
        'Export lines (bash, PowerShell, cmd), a block of the credentials file, the values of the SSO portal, or the JSON of an AWS CLI command.'
      }
      value={text}
      error={message}
      onChange={read}
    />
  );
}
