import { callErrors } from './call-errors.ts';
import { requestErrors } from './request-errors.ts';
import { startErrors } from './start-errors.ts';

/** An error in plain words. Whether the function may have run is not among them: it follows from the error at hand. */
export type Words = readonly [title: string, meaning: string, nextStep: string];

/** What an error is called, with spaces between: names of the API without the word Exception, and our own. */
export type ErrorRow = readonly [names: string, ...words: Words];

/** Errors of the API by HTTP status. Sources: API model, Lambda developer guide, answers recorded from AWS. */
export type ErrorsByStatus = Readonly<Record<number, readonly ErrorRow[]>>;

/** The words for a name, compared without case; endpoints other than AWS leave out the word Exception too. */
export function findWords(name: string): Words | undefined {
  const wanted = name.toLowerCase().replace(/exception$/, '');
  const tables = [requestErrors, startErrors, { own: callErrors }].flatMap((table) => Object.values(table));
  const found = tables.flat().find(([names]) => names.toLowerCase().split(' ').includes(wanted));
  if (!found) return undefined;
  const [, ...words] = found;
  return words;
}
