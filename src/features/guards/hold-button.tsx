import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import './hold-button.css';

export interface HoldButtonProps {
  label: string;
  holdMs: number;
  /** Called once when it was held long enough, with how long that was. */
  onHeld: (heldMs: number) => void;
}

/** Does nothing on a press; only pointer, Space or Enter held down for the whole time count. */
export function HoldButton({ label, holdMs, onHeld }: HoldButtonProps) {
  const [holding, setHolding] = useState(false);
  const latest = useRef(onHeld);
  useEffect(() => {
    latest.current = onHeld;
  });
  useEffect(() => {
    if (!holding) return undefined;
    const sinceMs = performance.now();
    const timer = setInterval(() => {
      const heldMs = performance.now() - sinceMs;
      if (heldMs < holdMs) return;
      clearInterval(timer);
      setHolding(false);
      latest.current(heldMs);
    }, 50);
    return () => clearInterval(timer);
  }, [holding, holdMs]);
  const release = (): void => setHolding(false);
  const handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    // A key that was down before the focus came here repeats; it is no press of this button.
    if (!event.repeat) setHolding(true);
  };
  return (
    <Button
      className="hold-button"
      data-holding={holding ? '' : undefined}
      title={`Hold for ${holdMs / 1_000} seconds`}
      onPointerDown={(event) => event.button === 0 && setHolding(true)}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onKeyDown={handleKeyDown}
      onKeyUp={release}
      onBlur={release}
    >
      {label}
    </Button>
  );
}
