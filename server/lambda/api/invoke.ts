import type { FunctionCatalogue } from '../functions/catalogue.ts';
import type { InvocationTarget } from '../functions/invocation-target.ts';
import type { ApiRequest, ApiResponse } from '../http/messages.ts';
import type { Executor } from '../runtime/executor.ts';
import type { Invocation, InvocationOutcome } from '../runtime/run-invocation.ts';
import { ApiError } from './api-error.ts';
import type { EventQueue } from './event-queue.ts';
import { type AccountScope, parseFunctionReference } from './function-reference.ts';
import { type InvokeRequest, parseInvokeRequest } from './invoke-request.ts';

export interface InvokeContext {
  scope: AccountScope;
  catalogue: FunctionCatalogue;
  executor: Executor;
  events: EventQueue;
}

/** POST /2015-03-31/functions/{FunctionName}/invocations */
export async function invoke(
  request: ApiRequest,
  functionName: string,
  context: InvokeContext,
): Promise<ApiResponse> {
  const { invocation, input } = prepareInvocation(request, functionName, context);
  switch (input.invocationType) {
    case 'DryRun':
      return { status: 204, headers: {} };
    case 'Event':
      context.events.add(invocation);
      return { status: 202, headers: commonHeaders(invocation) };
    case 'RequestResponse':
      return toResponse(invocation, await context.executor.run(invocation), input.wantsTail);
  }
}

/** Everything up to the run, for both invoke operations. @throws ApiError */
export function prepareInvocation(
  request: ApiRequest,
  functionName: string,
  { scope, catalogue }: InvokeContext,
): { invocation: Invocation; input: InvokeRequest } {
  const qualifier = new URLSearchParams(request.query).get('Qualifier') ?? undefined;
  const reference = parseFunctionReference(functionName, qualifier, scope);
  const input = parseInvokeRequest(request);
  const target = catalogue.resolve(reference);
  checkTenant(target, input.tenantId);
  const { event, clientContext, traceId, tenantId } = input;
  return {
    input,
    invocation: { requestId: crypto.randomUUID(), target, event, clientContext, traceId, tenantId },
  };
}

export function commonHeaders({ requestId, traceId }: Invocation): Record<string, string> {
  return { 'x-amzn-requestid': requestId, 'x-amzn-trace-id': traceId };
}

function toResponse(invocation: Invocation, outcome: InvocationOutcome, wantsTail: boolean): ApiResponse {
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      ...commonHeaders(invocation),
      'x-amz-executed-version': invocation.target.version,
      ...(outcome.isError && { 'x-amz-function-error': 'Unhandled' }),
      ...(wantsTail && { 'x-amz-log-result': outcome.logTail.toString('base64') }),
    },
    body: outcome.payload,
  };
}

function checkTenant({ fn }: InvocationTarget, tenantId: string | undefined): void {
  if (fn.settings.tenantIsolation === (tenantId !== undefined)) return;
  throw new ApiError(
    'InvalidParameterValueException',
    fn.settings.tenantIsolation
      ? 'Add a valid tenant ID in your request and try again.'
      : 'The function is not configured for tenant isolation: remove the tenant ID from your request and try again.',
  );
}
