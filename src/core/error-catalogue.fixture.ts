import { callErrors } from './call-errors.ts';
import { judgeAnswer } from './error-kind.ts';
import { requestErrors } from './request-errors.ts';
import { startErrors } from './start-errors.ts';

/** Every error name of the API that has words, with its status and what the two say together. */
export const knownErrors = [requestErrors, startErrors].flatMap((table) =>
  Object.entries(table).flatMap(([status, rows]) =>
    rows.flatMap(([names]) =>
      names.split(' ').map((name) => {
        const statusCode = Number(status);
        return { name, statusCode, ...judgeAnswer({ statusCode, code: name }) };
      }),
    ),
  ),
);

/** The names of our own that have words. */
export const ownNames = callErrors.flatMap(([names]) => names.split(' '));
