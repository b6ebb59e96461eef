import { addressOf, type Target } from './address.ts';
import { toBytes } from './bytes.ts';
import { exchange } from './exchange.ts';
import { refusal } from './failures.ts';
import { findEndpoint, parseBaseUrl } from './endpoint.ts';
import type { Planned } from './invoke.ts';
import { readAnswer } from './read-answer.ts';
import { readErrorResponse, readRequestId, type RawAnswer } from './response-error.ts';
import type { Runtime } from './runtime.ts';
import type { OperationRequest } from './serialize.ts';
import type { CallOptions, ServiceCall, ServiceResult } from './client-types.ts';
import { headerProblems, type Problem } from './validate.ts';

/** Sends any other request of an AWS API: signed with the client's credentials unless it says otherwise. */
export async function call(
  runtime: Runtime,
  operation: ServiceCall,
  options: CallOptions,
): Promise<ServiceResult> {
  const planned = planCall(runtime, operation);
  if (!planned.ok) return { ok: false, error: planned.error, attempts: [] };
  const harmless = operation.readOnly ?? operation.method === 'GET';
  const asked = { harmless };
  const result = await exchange(
    runtime,
    {
      request: planned.request,
      address: planned.address,
      unsigned: operation.unsigned ?? false,
      harmless,
      repeatable: harmless,
      secrets: operation.secrets ?? [],
      staysOpen: false,
      read: (answer, cancellation) =>
        readAnswer(answer, cancellation, { asked, parse: (whole) => parse(whole, asked) }),
    },
    options,
  );
  const { attempts } = result;
  return result.ok ? { ok: true, ...result.value, attempts } : { ok: false, error: result.error, attempts };
}

function planCall(runtime: Runtime, operation: ServiceCall): Planned {
  const request = toRequest(operation);
  const found = findTarget(runtime, operation);
  const problems: Problem[] = [
    ...runtime.problems,
    ...Object.entries(request.headers).flatMap(([name, value]) => headerProblems(name, value)),
    ...(found.ok ? [] : [{ field: found.field, message: found.message }]),
  ];
  if (problems.length > 0 || !found.ok) return { ok: false, error: refusal(problems) };
  const address = operation.path.startsWith('/') ? addressOf(request, found.target) : undefined;
  if (address) return { ok: true, request, address };
  const message = 'The path must begin with a slash and be percent-encoded, without . and .. segments.';
  return { ok: false, error: refusal([{ field: 'path', message }]) };
}

type FoundTarget = { ok: true; target: Target } | { ok: false; field: string; message: string };

/** A relay stands in for the client's own endpoint only: it knows no other. */
function findTarget(
  { config, transport }: Runtime,
  { service = 'lambda', endpoint }: ServiceCall,
): FoundTarget {
  const own = findEndpoint(config, service);
  if (!own.ok) return own;
  const { signingRegion } = own;
  if (endpoint !== undefined) {
    const base = parseBaseUrl(endpoint);
    if (!base.ok) return { ok: false, field: 'endpoint', message: base.message };
    return { ok: true, target: { endpoint: base.url, signingRegion } };
  }
  const isOwn = service === 'lambda' || config.endpoint !== undefined;
  return { ok: true, target: { endpoint: own.url, transport: isOwn ? transport : undefined, signingRegion } };
}

function toRequest({
  operation,
  service = 'lambda',
  method,
  path,
  query = [],
  headers = {},
  body,
}: ServiceCall) {
  const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const request: OperationRequest = {
    operation,
    service,
    method,
    path,
    query,
    headers: Object.fromEntries(lowered),
  };
  return body === undefined || body.length === 0 ? request : { ...request, body: toBytes(body) };
}

function parse(whole: RawAnswer, asked: { harmless: boolean }) {
  const { statusCode, headers, body } = whole;
  if (statusCode < 200 || statusCode >= 300)
    return { ok: false as const, error: readErrorResponse(whole, asked) };
  const requestId = readRequestId(headers);
  return {
    ok: true as const,
    value: { statusCode, headers, body, ...(requestId === undefined ? {} : { requestId }) },
  };
}
