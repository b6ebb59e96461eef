import type { ErrorRow } from './error-catalogue.ts';

/** The next step wherever a function may have run. */
export const lookFirst = 'Look in the function’s log whether it ran before running it again.';

/** The next step where nothing ran and the cause passes by itself. */
export const runAgain = 'Wait a moment and run again.';

/**
 * What goes wrong without an error name of the API, by its kind or by the fault of its stream. `early-`: before
 * anything was sent or answered.
 */
export const callErrors: readonly ErrorRow[] = [
  [
    'early-credentials',
    'No usable credentials',
    'The request could not be signed.',
    'Enter or renew the credentials.',
  ],
  [
    'credentials',
    'Credentials rejected',
    'The service does not accept them.',
    'Renew the credentials and run again.',
  ],
  [
    'early-network',
    'No answer could be read',
    'The connection failed, or the endpoint does not let this page read its answers (CORS).',
    `Check connection, endpoint URL and CORS. ${lookFirst}`,
  ],
  ['network', 'The answer broke off', 'The connection ended too early; what came is kept.', lookFirst],
  ['early-timeout', 'No answer in time', 'The time-out ended the call.', 'Allow more time and run again.'],
  ['timeout', 'No answer in time', 'The time-out ended the waiting, not the function.', lookFirst],
  ['early-aborted', 'Stopped', 'The call was stopped.', 'Run again when ready.'],
  ['aborted', 'Stopped waiting', 'A function that has begun goes on and is billed.', lookFirst],
  [
    'bad-response',
    'The answer is not from Lambda',
    'A sign-in page, a proxy or another server answered.',
    'Open the endpoint in a tab to see who answers, and check its URL.',
  ],
  [
    'truncated incomplete',
    'The stream ended early',
    'The function’s last message is missing; what came is kept.',
    lookFirst,
  ],
  [
    'prelude_crc message_crc frame_length frame_headers complete_json',
    'The stream is damaged',
    'Its bytes are no event stream; what came before is kept.',
    lookFirst,
  ],
];
