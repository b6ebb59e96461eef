/**
 * One spelling for all spellings of a number: `1`, `1.0`, `10e-1` and `0.1E1` are the same value, exactly and however
 * many digits there are. A zero has no sign. Anything else than a JSON number is given back as it is.
 */
export function numberValue(token: string): string {
  const [, sign, whole, fraction = '', exponent = '0'] = numberShape.exec(token) ?? [];
  if (sign === undefined || whole === undefined) return token;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  if (digits === '') return '0';
  const kept = withoutEndingZeros(digits);
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - kept.length);
  return `${sign}${kept}e${power}`;
}

const numberShape = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** By hand: `/0+$/` looks again from each zero on. */
function withoutEndingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
