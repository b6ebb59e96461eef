import type { LambdaFunction } from './lambda-function.ts';

/** Function name and qualifier, resolved: the very code and configuration that an invocation runs. */
export interface InvocationTarget {
  /** With the code and the settings of the version. */
  fn: LambdaFunction;
  /** `$LATEST` or the number of a published version: x-amz-executed-version. */
  version: string;
  /** Another revision is other code or other configuration, and needs other environments. */
  revision: string;
  /** context.invokedFunctionArn: with the qualifier that was asked for. */
  invokedFunctionArn: string;
  /** What all functions together have reserved of the account's concurrency. */
  reservedTotal: number;
}
