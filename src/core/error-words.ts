import { normalizeErrorCode } from './error-facts.ts';
import { requestErrorWords } from './request-error-words.ts';
import { startErrorWords } from './start-error-words.ts';
import type { ErrorDescription } from './types.ts';

/**
 * What error names of the API mean and what helps, in plain words: names, title, meaning, next step. Whether the
 * function may have run is not said here, since that follows from the error at hand.
 * Sources: API model, Lambda developer guide, answers recorded from AWS.
 */
export type Words = readonly [names: string, title: string, meaning: string, nextStep: string];

/** The words for an error name; undefined for a name that has none. */
export function wordsOfCode(code: string | undefined): ErrorDescription | undefined {
  return code === undefined ? undefined : wordsByName.get(normalizeErrorCode(code));
}

const wordsByName = new Map(
  [...requestErrorWords, ...startErrorWords].flatMap(([names, title, meaning, nextStep]) =>
    names
      .split(' ')
      .map((name): [string, ErrorDescription] => [normalizeErrorCode(name), { title, meaning, nextStep }]),
  ),
);
