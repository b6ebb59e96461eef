import { Play, Square } from 'lucide-react';
import { Button } from '../../ui/button.tsx';

export interface InvokeButtonProps {
  running: boolean;
  /** Why Invoke is held back; null when it is not. */
  heldBack: string | null;
  /** `clicks` counts as the browser does: 2 for the second of a double click, 0 for a key. */
  onPress: (clicks: number) => void;
}

/** Invoke, and while a run is open: Stop waiting. One button, so that a double press cannot reach both. */
export function InvokeButton({ running, heldBack, onPress }: InvokeButtonProps) {
  if (running) {
    return (
      <Button
        variant="secondary"
        icon={<Square size={14} />}
        shortcut="Mod+Enter"
        onClick={(event) => onPress(event.detail)}
      >
        Stop waiting
      </Button>
    );
  }
  return (
    <Button
      variant="primary"
      icon={<Play size={14} fill="currentColor" />}
      shortcut="Mod+Enter"
      onClick={(event) => onPress(event.detail)}
      {...(heldBack === null ? {} : { disabledReason: heldBack })}
    >
      Invoke
    </Button>
  );
}
