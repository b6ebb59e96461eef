import { useState, type FormEvent } from 'react';
import type { Prices } from '../../documents/measure/cost.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface PriceFieldsProps {
  prices: Prices;
  onChange: (prices: Prices) => void;
  onReset: () => void;
}

/** Prices as they are typed; they count when they are applied. */
export function PriceFields({ prices, onChange, onReset }: PriceFieldsProps) {
  const [requests, setRequests] = useState(String(prices.perMillionRequests));
  const [x86, setX86] = useState(String(prices.perGbSecond.x86_64));
  const [arm, setArm] = useState(String(prices.perGbSecond.arm64));
  const [tried, setTried] = useState(false);
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const found = readPrices(requests, x86, arm);
    setTried(found === null);
    if (found !== null) onChange(found);
  };
  const field = (value: string, onValue: (value: string) => void) => ({
    value,
    mono: true,
    inputMode: 'decimal' as const,
    onChange: onValue,
    error: tried && readPrice(value) === null ? 'A number from 0 to 1,000, such as 0.0000166667.' : undefined,
  });
  return (
    <form className="measure-prices" aria-label="Prices" onSubmit={handleSubmit}>
      <TextField label="A million requests, $" {...field(requests, setRequests)} />
      <TextField label="GB-second on x86_64, $" {...field(x86, setX86)} />
      <TextField label="GB-second on arm64, $" {...field(arm, setArm)} />
      <div className="measure-prices-buttons">
        <Button size="small" onClick={onReset}>
          Default prices
        </Button>
        <Button size="small" type="submit">
          Apply
        </Button>
      </div>
    </form>
  );
}

function readPrices(requests: string, x86: string, arm: string): Prices | null {
  const perMillionRequests = readPrice(requests);
  const x86_64 = readPrice(x86);
  const arm64 = readPrice(arm);
  if (perMillionRequests === null || x86_64 === null || arm64 === null) return null;
  return { perMillionRequests, perGbSecond: { x86_64, arm64 } };
}

function readPrice(text: string): number | null {
  const value = /^\s*\d*\.?\d+\s*$/.test(text) ? Number(text) : Number.NaN;
  return value >= 0 && value <= 1_000 ? value : null;
}
