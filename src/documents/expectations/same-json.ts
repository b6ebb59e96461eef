import { isJson } from '../json-problems.ts';
import { JsonScanner } from '../json-scan.ts';
import { sortJsonKeys } from '../json-sort.ts';

/**
 * Whether two JSON texts say the same: members in any order, numbers by value (`1.0` is `1`, and long ones are not
 * rounded), strings by their characters. False where one is no JSON.
 */
export function isSameJson(a: string, b: string): boolean {
  return a === b ? isJson(a) : isJson(a) && isJson(b) && plainJson(a) === plainJson(b);
}

/** One spelling for all texts that say the same. */
function plainJson(text: string): string {
  const scanner = new JsonScanner(sortJsonKeys(text));
  const tokens: string[] = [];
  while (scanner.next()) {
    if (scanner.kind === 'number') tokens.push(plainNumber(scanner.token));
    else if (scanner.kind === 'string') tokens.push(JSON.stringify(JSON.parse(scanner.token)));
    else tokens.push(scanner.token);
  }
  return tokens.join('');
}

/** Digits without zeros at either end, and the power of ten of the last of them. */
function plainNumber(token: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const kept = withoutZeros(digits);
  if (kept === '') return '0';
  // Such a power is beyond every number; it is compared as it is spelled.
  if (power.length > longestPower) return token;
  return `${sign}${kept}e${BigInt(power) - BigInt(fraction.length) + BigInt(digits.length - kept.length)}`;
}

const longestPower = 20;

/** By hand: a regular expression would look for the end of the zeros from each of them. */
function withoutZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charAt(end - 1) === '0') end -= 1;
  return digits.slice(0, end);
}
