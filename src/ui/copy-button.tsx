import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

export interface CopyButtonProps {
  label: string;
  /** A function when the text is dear to make: it is called on the press. */
  text: string | (() => string);
  /** Shows the label beside the icon. */
  withText?: boolean;
  size?: 'small' | 'normal';
  disabledReason?: string | undefined;
}

/** Copies exactly the text, and says whether it did. */
export function CopyButton({
  label,
  text,
  withText = false,
  size = 'small',
  disabledReason,
}: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);

  useEffect(() => {
    if (outcome === null) return undefined;
    const timer = setTimeout(() => setOutcome(null), 1600);
    return () => clearTimeout(timer);
  }, [outcome]);

  function handleClick() {
    navigator.clipboard.writeText(typeof text === 'string' ? text : text()).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  }

  const icon = outcome === 'copied' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />;
  return (
    <>
      {withText ? (
        <Button variant="ghost" size={size} icon={icon} disabledReason={disabledReason} onClick={handleClick}>
          {label}
        </Button>
      ) : (
        <IconButton
          label={label}
          size={size}
          icon={icon}
          disabledReason={disabledReason}
          onClick={handleClick}
        />
      )}
      <span role="status" className="visually-hidden">
        {outcome === 'copied' && 'Copied'}
        {outcome === 'refused' && 'The browser refused to copy'}
      </span>
    </>
  );
}
