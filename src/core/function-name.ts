import { defined } from './defined.ts';
import type { ParsedFunctionName } from './types.ts';

/** The longest FunctionName of Invoke, qualifier included. */
export const functionNameLimit = 256;

/**
 * Splits what the API accepts as FunctionName: `name`, `name:qualifier`, a partial ARN
 * (`123456789012:function:name`) or a full ARN, 1 to 256 characters by the pattern of the Invoke operation.
 * `.` and `..` fit that pattern but are refused: a URL would fold them into the path of another operation.
 */
export function parseFunctionName(text: string): ParsedFunctionName {
  const fault = findFault(text);
  if (fault !== undefined) return { ok: false, message: fault };
  const parts = pattern.exec(text)?.groups;
  const name = parts?.['name'];
  if (!name) return { ok: false, message: explainMismatch(text) };
  if (name === '.' || name === '..') {
    return { ok: false, message: `A function cannot be called ${JSON.stringify(name)}.` };
  }
  const { partition, qualifier, arnRegion, arnAccount } = parts;
  const { region = arnRegion, account = arnAccount } = parts;
  return { ok: true, name, ...defined({ partition, region, account, qualifier }) };
}

const regionPattern = String.raw`(?:eusc-)?[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\d`;

/** Source: NamespacedFunctionName of the Lambda API model, with names for its parts. */
const pattern = new RegExp(
  `^(?:arn:(?<partition>aws[a-zA-Z-]*)?:lambda:(?<arnRegion>${regionPattern}):(?<arnAccount>\\d{12}):` +
    `|(?:(?<region>${regionPattern}):)?(?:(?<account>\\d{12}):)?)` +
    `(?:function:)?(?<name>[a-zA-Z0-9_.-]+)` +
    `(?::(?<qualifier>\\$LATEST(?:\\.PUBLISHED)?|[a-zA-Z0-9_-]+))?$`,
);

function findFault(text: string): string | undefined {
  if (text === '') return 'A function name is needed.';
  if (text.length > functionNameLimit) {
    return `A function name has at most ${functionNameLimit} characters; this one has ${text.length}.`;
  }
  const odd = /[^!-~]/u.exec(text);
  if (!odd) return undefined;
  return `Character ${odd.index + 1} of the function name is ${spell(odd[0])}; only ASCII letters, digits, - _ . : $ are allowed.`;
}

function explainMismatch(text: string): string {
  if (text.startsWith('arn:')) {
    return 'This is not the ARN of a function: arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER].';
  }
  return 'A function name has letters, digits, - _ and ., optionally followed by :VERSION or :ALIAS, or it is an ARN.';
}

function spell(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  if (character === ' ') return 'a space';
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `${character} (U+${code})` : `U+${code}`;
}
