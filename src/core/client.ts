import { call } from './call.ts';
import { invoke } from './invoke.ts';
import { invokeWithResponseStream } from './invoke-stream.ts';
import { prepare } from './prepare.ts';
import { createRuntime } from './runtime.ts';
import type { InvokeClient, InvokeClientConfig } from './client-types.ts';

/**
 * A client of the Lambda Invoke API for one region, endpoint and set of credentials. Creating it sends nothing and
 * cannot fail: a configuration that cannot work is refused by each call, as `invalid-input` with its field.
 * Calls of one client share its retry budget, its clock correction and its signing keys.
 */
export function createInvokeClient(config: InvokeClientConfig): InvokeClient {
  const runtime = createRuntime(config);
  return {
    invoke: (input, options = {}) => invoke(runtime, input, options),
    invokeWithResponseStream: (input, options = {}) => invokeWithResponseStream(runtime, input, options),
    prepare: (input) => prepare(runtime, input),
    call: (operation, options = {}) => call(runtime, operation, options),
  };
}
