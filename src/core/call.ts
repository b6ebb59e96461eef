import type { CallOptions, ServiceCall, ServiceResult } from './client-types.ts';
import { defined } from './defined.ts';
import { exchange } from './exchange.ts';
import { planRequest } from './plan.ts';
import { readAnswer } from './read-answer.ts';
import { readRequestId } from './response-error.ts';
import type { Runtime } from './runtime.ts';
import { encodePayload, type OperationRequest } from './serialize.ts';
import { findHeaderProblems } from './validate.ts';

/** Sends any other request of an AWS API: signed with the client's credentials unless it says otherwise. */
export async function call(
  runtime: Runtime,
  operation: ServiceCall,
  options: CallOptions,
): Promise<ServiceResult> {
  const { method, endpoint, unsigned, secrets, readOnly: harmless = method === 'GET' } = operation;
  const request = toRequest(operation);
  const found = findHeaderProblems(request.headers);
  const planned = planRequest(runtime, request, { found, endpoint });
  if (!planned.ok) return { ...planned, attempts: [] };
  const result = await exchange(
    runtime,
    {
      ...planned,
      unsigned,
      secrets,
      asked: { harmless },
      repeatable: harmless,
      read: (answer) => readAnswer(answer, (whole) => whole),
    },
    options,
  );
  if (!result.ok) return result;
  const { value, attempts } = result;
  return defined({ ok: true, ...value, requestId: readRequestId(value.headers), attempts });
}

function toRequest(operation: ServiceCall): OperationRequest {
  const { service = 'lambda', query = [], headers = {}, body } = operation;
  const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return { ...operation, service, query, headers: Object.fromEntries(lowered), body: encodePayload(body) };
}
