/**
 * The one of the eight colours, 0 to 7, that comes nearest to an extended one: 5 and an index of 256, or 2, red,
 * green and blue; null for anything else. The eight can be read in both themes; what a program mixed for its own terminal often can not.
 * Sources: ISO 8613-6, 13.1.8; xterm's 256 colours.
 */
export function nearestColor([form, ...parts]: readonly number[]): number | null {
  const [index] = parts;
  if (form === 5 && index !== undefined) return index < 16 ? index % 8 : nearestOf(mixOf(index));
  return form === 2 && parts.length === 3 ? nearestOf(parts) : null;
}

/** A cube of 6 steps a side, then 24 greys. */
function mixOf(index: number): number[] {
  if (index >= 232) return [0, 0, 0].map(() => 8 + 10 * (index - 232));
  const place = index - 16;
  return [place / 36, (place / 6) % 6, place % 6].map((step) => (step < 1 ? 0 : 55 + 40 * Math.floor(step)));
}

/** Each of red, green and blue that is in the brighter half of this colour is one bit of its number. */
function nearestOf(mix: readonly number[]): number {
  const [darkest, brightest] = [Math.min(...mix), Math.max(...mix)];
  const middle = (darkest + brightest) / 2;
  if (brightest - darkest < grey) return brightest < 128 ? 0 : 7;
  return mix.reduce((bits, part, at) => bits + (part > middle ? 2 ** at : 0), 0);
}

/** Parts that differ by less make no colour. */
const grey = 32;
