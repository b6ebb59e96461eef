/** The only door of the invoke core. */
// Words and what reads texts stand together at the front: a bundle in this order compresses better by 2 %.
export { describeError } from './describe-error.ts';
export { enterQueue } from './queue.ts';
export { parseFunctionError } from './function-error.ts';
export { parseFunctionName } from './function-name.ts';
export { decodeLogTail } from './log-tail.ts';
export { parseLogReport } from './log-report.ts';
export { encodeClientContext } from './client-context.ts';
export { createInvokeClient } from './client.ts';
export { resolveEndpoint } from './endpoint.ts';
export { getCallerIdentity, getCredentialsForIdentity, getId } from './identity-reads.ts';
export { importSigningKey } from './import-signing-key.ts';
export {
  eachPage,
  getAccountSettings,
  getFunctionConfiguration,
  listAliases,
  listFunctions,
  listVersionsByFunction,
} from './lambda-reads.ts';
export type * from './client-types.ts';
export type * from './types.ts';
export type { CallerIdentity, Logins } from './identity-reads.ts';
export type {
  AccountSettings,
  AliasConfiguration,
  FunctionConfiguration,
  Page,
  PageInput,
} from './lambda-reads.ts';
export type { Release, RequestQueue } from './queue.ts';
export type { ReadClient, ReadResult } from './read-call.ts';
