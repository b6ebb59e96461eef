import { judgeAnswer, type Verdict } from './error-kind.ts';
import { requestErrors } from './request-errors.ts';
import { startErrors } from './start-errors.ts';
import type { ErrorDescription } from './types.ts';

/**
 * HTTP status, error names, and in plain words: title, meaning, next step. Whether the function may have run is not
 * said in the words, since that follows from the error at hand.
 * Sources: API model, Lambda developer guide, answers recorded from AWS.
 */
export type ErrorRow = readonly [
  statusCode: number,
  codes: string,
  title: string,
  meaning: string,
  nextStep: string,
];

/** One error name of the API: its status, what it proves, what it means and what to do. */
export interface CatalogueEntry extends Verdict, ErrorDescription {
  code: string;
  statusCode: number;
}

/** Every error name that Invoke and the signature are known to be answered with. */
export function errorCatalogue(): CatalogueEntry[] {
  return rows().flatMap((row) => codesOf(row).map((code) => toEntry(row, code)));
}

/** The entry of an error name, compared without case; endpoints other than AWS leave out the word Exception. */
export function findErrorEntry(name: string): CatalogueEntry | undefined {
  for (const row of rows()) {
    const code = codesOf(row).find((candidate) => normalize(candidate) === normalize(name));
    if (code !== undefined) return toEntry(row, code);
  }
  return undefined;
}

const rows = (): ErrorRow[] => [...requestErrors, ...startErrors];

function codesOf([, codes]: ErrorRow): string[] {
  return codes.split(' ');
}

function toEntry([statusCode, , title, meaning, nextStep]: ErrorRow, code: string): CatalogueEntry {
  return { code, statusCode, ...judgeAnswer({ statusCode, code }), title, meaning, nextStep };
}

function normalize(code: string): string {
  return code.toLowerCase().replace(/exception$/, '');
}
