import { maxRows } from './variants-table.ts';

export type RangeCells =
  | { readonly ok: true; readonly cells: readonly string[] }
  | { readonly ok: false; readonly field: 'from' | 'to' | 'step'; readonly message: string };

export interface Range {
  readonly from: string;
  readonly to: string;
  readonly step: string;
}

/** From, from + step, ... up to and with `to`, counted in whole last digits: 0.1 three times is 0.3. */
export function rangeCells(range: Range): RangeCells {
  for (const field of ['from', 'to', 'step'] as const) {
    if (!decimal.test(range[field].trim()))
      return { ok: false, field, message: 'A number such as 10, -3 or 0.25 is needed.' };
  }
  const digits = Math.max(...[range.from, range.to, range.step].map(digitsOf));
  const [from, to, step] = [range.from, range.to, range.step].map((text) => scaled(text.trim(), digits));
  if (from === undefined || to === undefined || step === undefined || step === 0n)
    return { ok: false, field: 'step', message: 'A step of 0 never arrives.' };
  if (from !== to && step > 0n !== to > from)
    return { ok: false, field: 'step', message: `The step leads away from ${range.to.trim()}.` };
  const count = (to - from) / step + 1n;
  if (count > BigInt(maxRows))
    return {
      ok: false,
      field: 'step',
      message: `These would be ${count.toLocaleString('en')} rows; at most ${maxRows.toLocaleString('en')} go.`,
    };
  return {
    ok: true,
    cells: Array.from({ length: Number(count) }, (_, index) => unscaled(from + BigInt(index) * step, digits)),
  };
}

/** Values by lines, or by commas where there is one line. */
export function listCells(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  const [only] = filled;
  return filled.length === 1 && only !== undefined ? only.split(',').map((part) => part.trim()) : filled;
}

const decimal = /^[+-]?\d+(?:\.\d+)?$/;

function digitsOf(text: string): number {
  return text.trim().split('.')[1]?.length ?? 0;
}

function scaled(text: string, digits: number): bigint {
  const [whole = '0', part = ''] = text.replace(/^\+/, '').split('.');
  return BigInt(whole + part.padEnd(digits, '0'));
}

function unscaled(value: bigint, digits: number): string {
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  const sign = value < 0n ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
