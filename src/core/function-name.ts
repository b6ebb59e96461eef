import { defined } from './defined.ts';
import { rememberLatest } from './latest.ts';
import type { ParsedFunctionName } from './types.ts';

/** The longest FunctionName of Invoke, qualifier included. */
const functionNameLimit = 256;

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
  if (/^\.\.?$/.test(name)) {
    return { ok: false, message: `"${name}" can't be a function name: a URL would fold it away.` };
  }
  const { partition, region, account, qualifier } = parts;
  return defined({ ok: true, name, partition, region, account, qualifier });
}

/** The same for those who only read it. */
export const readFunctionName = rememberLatest(parseFunctionName);

const regionPattern = String.raw`(?:eusc-)?[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\d`;

/** Source: NamespacedFunctionName of the Lambda API model, with names for its parts. A full ARN has all of them. */
const pattern = new RegExp(
  `^(?:arn:(?<partition>aws[a-zA-Z-]*)?:lambda:(?=${regionPattern}:\\d{12}:[^$]))?` +
    `(?:(?<region>${regionPattern}):)?(?:(?<account>\\d{12}):)?(?:function:)?(?<name>[a-zA-Z0-9_.-]+)` +
    `(?::(?<qualifier>\\$LATEST(?:\\.PUBLISHED)?|[a-zA-Z0-9_-]+))?$`,
);

function findFault(text: string): string | undefined {
  if (text === '') return 'A function name is needed.';
  if (text.length > functionNameLimit) return `${text.length} characters are more than ${functionNameLimit}.`;
  const odd = /[^!-~]/u.exec(text);
  const code = odd?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return odd ? `Character ${odd.index + 1} (U+${code}) is not allowed in a function name.` : undefined;
}

function explainMismatch(text: string): string {
  return text.startsWith('arn:')
    ? 'This is not the ARN of a function: arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER].'
    : 'A name has letters, digits, - _ and ., then perhaps :VERSION or :ALIAS; or give an ARN.';
}
