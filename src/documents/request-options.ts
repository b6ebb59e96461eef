import type { InvocationType, RetryMode } from '../core/index.ts';

/** What a request may choose from, in the order it is offered. */
export const invocationTypes = [
  'RequestResponse',
  'Event',
  'DryRun',
] as const satisfies readonly InvocationType[];

export const retryModes = ['safe', 'standard', 'off'] as const satisfies readonly RetryMode[];
