import { errorFacts, errorNames, type ErrorFacts } from './error-facts.ts';
import { wordsOfCode } from './error-words.ts';
import type { ErrorDescription } from './types.ts';

/** One error name of the API: its status, what it proves, what it means and what to do. */
export interface CatalogueEntry extends ErrorFacts, ErrorDescription {
  code: string;
}

/** Every error name that Invoke and the console's reads are known to answer with. */
export const errorCatalogue: readonly CatalogueEntry[] = errorNames.flatMap((code) => {
  const facts = errorFacts(code);
  const words = wordsOfCode(code);
  return facts && words ? [{ code, ...facts, ...words }] : [];
});
