import type { Attempt, InvokeError } from '../../core/index.ts';

/** An answer that refuses, and what else is known of the run. */
export interface AnswerFacts {
  error: InvokeError;
  attempts: readonly Attempt[];
  functionName: string;
  qualifier: string;
  region: string;
  accountId: string | null;
  isAws: boolean;
  /** Names of functions, when they could be listed. */
  functions: readonly string[] | undefined;
  /** Whether the credentials had a session token, and when they end. */
  credentials: { isTemporary: boolean; accessKeyPrefix: string; expiration: Date | undefined } | undefined;
  now: Date;
}
