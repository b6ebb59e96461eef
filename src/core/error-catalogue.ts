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
  return [...requestErrors, ...startErrors].flatMap(([statusCode, codes, title, meaning, nextStep]) =>
    codes
      .split(' ')
      .map((code) => ({ code, statusCode, ...judgeAnswer({ statusCode, code }), title, meaning, nextStep })),
  );
}

/** The entry of an error name, compared without case; endpoints other than AWS leave out the word Exception. */
export function findErrorEntry(code: string): CatalogueEntry | undefined {
  return errorCatalogue().find((entry) => normalize(entry.code) === normalize(code));
}

function normalize(code: string): string {
  return code.toLowerCase().replace(/exception$/, '');
}
