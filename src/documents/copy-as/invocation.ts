import { encodeClientContext, parseFunctionName, resolveEndpoint } from '../../core/index.ts';
import type { CopyAsInput } from './copy-as-types.ts';

/** What is sent, checked and in the words of the API; a member that is undefined is not sent. */
export interface Invocation {
  /** A bare name where that says the same; an ARN where account or region must be said. */
  functionName: string;
  qualifier: string | undefined;
  /** undefined: RequestResponse, the API's default. */
  invocationType: 'Event' | 'DryRun' | undefined;
  logType: 'Tail' | undefined;
  /** Base64, as on the wire. */
  clientContext: string | undefined;
  tenantId: string | undefined;
  durableExecutionName: string | undefined;
  traceId: string | undefined;
  payload: Uint8Array;
  isStream: boolean;
  region: string;
  /** undefined: the AWS endpoint of the region. */
  endpoint: string | undefined;
  /** The URL that requests go to, without a slash at its end. */
  baseUrl: string;
}

/** What another tool would refuse, or take for something else than a value, is refused here. */
export function readInvocation(
  input: CopyAsInput,
): { ok: true; invocation: Invocation } | { ok: false; message: string } {
  const functionName = input.functionName.trim();
  const name = parseFunctionName(functionName);
  if (!name.ok) return name;
  const base = resolveEndpoint({ region: input.region, ...(input.endpoint && { endpoint: input.endpoint }) });
  if (!base.ok) return base;
  const qualifier = given(input.qualifier) ?? name.qualifier;
  const message = refusal(input, qualifier);
  if (message !== null) return { ok: false, message };
  const target = {
    functionName: withoutQualifier(functionName, name.qualifier),
    qualifier,
    region: input.region,
    endpoint: input.endpoint ?? undefined,
    baseUrl: base.url.replace(/\/$/, ''),
  };
  return { ok: true, invocation: { ...target, ...membersOf(input) } };
}

function refusal(
  { tenantId, durableExecutionName, traceId }: CopyAsInput,
  qualifier: string | undefined,
): string | null {
  if (qualifier !== undefined && !/^[\w$-]{1,128}(?:\.PUBLISHED)?$/.test(qualifier))
    return 'The qualifier is no version and no alias.';
  const isAscii = /^[\x20-\x7e]*$/.test(tenantId + durableExecutionName + traceId);
  return isAscii ? null : 'A value that goes into a header is not ASCII.';
}

/** The API's defaults are left out, as the console leaves them out. */
function membersOf(input: CopyAsInput) {
  const { invocationType, tailLog, clientContext } = input;
  const isDefault = invocationType === 'RequestResponse';
  return {
    invocationType: isDefault ? undefined : invocationType,
    logType: tailLog && isDefault ? ('Tail' as const) : undefined,
    clientContext: given(clientContext) && encodeClientContext(clientContext),
    tenantId: given(input.tenantId),
    durableExecutionName: given(input.durableExecutionName),
    traceId: given(input.traceId),
    payload: input.payload,
    isStream: input.stream,
  };
}

function given(text: string): string | undefined {
  return text.trim() || undefined;
}

/** Older curl signs a colon in a path wrongly, so a qualifier goes into the query. */
function withoutQualifier(functionName: string, qualifier: string | undefined): string {
  return qualifier === undefined ? functionName : functionName.slice(0, -qualifier.length - 1);
}
