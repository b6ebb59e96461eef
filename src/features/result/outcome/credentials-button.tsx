import { Button } from '../../../ui/button.tsx';

export interface CredentialsButtonProps {
  /** What the service or a guard called it. */
  code: string | undefined;
  onOpen: (() => void) | undefined;
}

/** Leads from a run that its credentials held up to the form that has them. */
export function CredentialsButton({ code = '', onOpen }: CredentialsButtonProps) {
  if (onOpen === undefined) return null;
  return (
    <Button size="small" onClick={onOpen}>
      {/expired/i.test(code) ? 'Renew credentials' : 'Open credentials'}
    </Button>
  );
}

/** Whether a refusal is one of credentialsGuard's. */
export function concernsCredentials(refusal: string | undefined): boolean {
  return /^(?:credentials-expired|no-credentials|session-needed|vault-locked)$/.test(refusal ?? '');
}
