import { useEffect, useState, type FormEvent } from 'react';
import type { Preset } from '../../documents/preset-types.ts';
import { makeShareLink } from '../../documents/share-link.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { savePresets } from './preset-files.ts';

type Link = { url: string; copied: boolean; sealed: boolean } | { message: string };

/** Makes the link and copies it at once; with a passphrase, it makes another that only the passphrase opens. */
export function ShareLinkForm({ preset }: { preset: Preset }) {
  const [link, setLink] = useState<Link | null>(null);
  const [passphrase, setPassphrase] = useState('');
  useEffect(() => {
    let wanted = true;
    void copyLink(preset).then((made) => wanted && setLink(made));
    return () => {
      wanted = false;
    };
  }, [preset]);
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void copyLink(preset, passphrase).then(setLink);
  };
  if (link === null) return null;
  if ('message' in link) {
    return (
      <Callout
        tone="info"
        title="No link was made"
        actions={<Button onClick={() => savePresets([preset])}>Export as file</Button>}
      >
        {link.message}
      </Callout>
    );
  }
  return (
    <div className="preset-form">
      <TextField
        label="Link"
        mono
        readOnly
        value={link.url}
        onChange={() => undefined}
        trailing={<CopyButton label="Copy link" text={link.url} />}
      />
      <p role="status">{statusOf(link)}</p>
      <form className="preset-share-seal" onSubmit={handleSubmit}>
        <TextField
          label="Passphrase"
          type="password"
          autoComplete="new-password"
          hint="Optional: encrypts the link. Pass it on by another way than the link."
          value={passphrase}
          onChange={setPassphrase}
        />
        <Button type="submit" disabledReason={passphrase === '' ? 'Type a passphrase first.' : undefined}>
          Make encrypted link
        </Button>
      </form>
    </div>
  );
}

async function copyLink(preset: Preset, passphrase?: string): Promise<Link> {
  const made = await makeShareLink(preset, passphrase);
  if (!made.ok) return { message: made.message };
  const url = `${location.origin}${location.pathname}#${made.fragment}`;
  const copied = await navigator.clipboard.writeText(url).then(
    () => true,
    () => false,
  );
  return { url, copied, sealed: passphrase !== undefined };
}

function statusOf({ copied, sealed }: { copied: boolean; sealed: boolean }): string {
  const what = sealed
    ? 'Only the passphrase opens this link.'
    : 'The whole preset is in the link; no server gets it. It holds no credentials.';
  return `${copied ? 'Link copied.' : 'The browser refused to copy: use Copy link.'} ${what}`;
}
