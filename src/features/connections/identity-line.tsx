import type { Identity } from '../../state/connection-types.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';

export interface IdentityLineProps {
  identity: Identity | undefined;
  expiration: Date | undefined;
  /** null: there is nothing to ask with. */
  onAsk: (() => void) | null;
}

/** Whose credentials they are, as the service says. */
export function IdentityLine({ identity, expiration, onAsk }: IdentityLineProps) {
  if (identity?.state === 'rejected') {
    return (
      <Callout tone="error" title="These credentials were rejected">
        {identity.message} Check that the whole of each key was copied, or get new ones.
      </Callout>
    );
  }
  if (onAsk === null) return null;
  return (
    <div className="identity-line">
      <p data-field="identity" className="dim">
        {wordsOf(identity)}
        {expiration !== undefined && ` They end at ${expiration.toLocaleString()}.`}
      </p>
      {identity?.state !== 'known' && (
        <Button size="small" onClick={onAsk}>
          Whose keys are these?
        </Button>
      )}
    </div>
  );
}

function wordsOf(identity: Identity | undefined) {
  switch (identity?.state) {
    case 'known':
      return (
        <>
          Account <span className="mono">{identity.account}</span>,{' '}
          <span className="mono">{identity.arn}</span>.
        </>
      );
    case 'asking':
      return 'The service is being asked whose credentials these are …';
    case 'unknown':
      return identity.message;
    default:
      return 'There are credentials in this page.';
  }
}
