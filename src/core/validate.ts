import { clientContextLimit } from './client-context.ts';
import type { InvokeClientConfig } from './client-types.ts';
import { findEndpoint, parseBaseUrl } from './endpoint.ts';
import { readFunctionName } from './function-name.ts';
import { headerMembers } from './serialize.ts';
import type { InvokeInput } from './types.ts';

export interface Problem {
  field: string;
  message: string;
}

/** Bytes a request may carry. Sources: the API's own refusals (413), and its model for Event (1 MB since 2025). */
const payloadLimits = { sync: 6_291_456, event: 1_048_576 } as const;

/** Source: the qualifier of the Lambda API model. */
const qualifierPattern = /^(?:\$LATEST\.PUBLISHED|[\w$-]{0,128})$/;

/** Notes what is wrong with a field, if anything. */
type Note = (field: string, message: string | false | undefined) => void;

/** Everything wrong with an invoke, found without sending it. `body` is the payload as bytes. */
export function findInvokeProblems(input: InvokeInput, body: Uint8Array | undefined): Problem[] {
  const { functionName, qualifier = '', clientContext = '', payload, invocationType } = input;
  const name = readFunctionName(functionName ?? '');
  const limit = invocationType === 'Event' ? payloadLimits.event : payloadLimits.sync;
  return collect((note) => {
    if (!name.ok) note('functionName', name.message);
    if (!qualifierPattern.test(qualifier))
      note('qualifier', 'Give $LATEST, a version or an alias, at most 128 characters.');
    note('clientContext', tooLong(clientContext.length, clientContextLimit, 'characters of base64'));
    note('payload', tooLong(body?.length ?? 0, limit, 'bytes'));
    // Half of a surrogate pair has no UTF-8 form: TextEncoder would send another character.
    if (typeof payload === 'string' && !payload.isWellFormed())
      note('payload', 'This text is not valid Unicode.');
    for (const { member } of headerMembers) note(member, headerFault(input[member]));
  });
}

/** What only the streaming operation refuses: it has no asynchronous form and no durable executions. */
export function findStreamProblems({ invocationType, durableExecutionName }: InvokeInput): Problem[] {
  return collect((note) => {
    note('invocationType', invocationType === 'Event' && 'An Event cannot be streamed.');
    note(
      'durableExecutionName',
      durableExecutionName !== undefined && 'A durable execution cannot be streamed.',
    );
  });
}

/** What is wrong with a client's configuration: said with each call, since creating a client cannot fail. */
export function findConfigProblems(config: InvokeClientConfig): Problem[] {
  const { region, transportUrl, timeoutMs = 1, retry, userAgent } = config;
  const endpoint = findEndpoint({ ...config, region: region || 'none' }, 'lambda');
  const maxAttempts = retry?.maxAttempts ?? 1;
  return collect((note) => {
    note('region', !region && 'A region is needed, such as eu-west-1.');
    if (!endpoint.ok) note(endpoint.field, endpoint.message);
    note('transportUrl', transportFault(transportUrl));
    note('timeoutMs', !(timeoutMs > 0) && 'Give a positive number of milliseconds.');
    note('maxAttempts', !(Number.isInteger(maxAttempts) && maxAttempts > 0) && 'Give a whole number from 1.');
    note('userAgent', headerFault(userAgent));
  });
}

function transportFault(transportUrl: string | undefined): string | false {
  const base = transportUrl === undefined ? undefined : parseBaseUrl(transportUrl);
  return base?.ok === false && base.message;
}

/** What is wrong with the headers of a call, by their names. */
export function findHeaderProblems(headers: Record<string, string>): Problem[] {
  return collect((note) => {
    for (const [name, value] of Object.entries(headers)) note(name, headerFault(value));
  });
}

/** A browser refuses header values beyond Latin-1, and sends those below as bytes that were not signed. */
function headerFault(value: string | undefined): string | false {
  const index = value ? value.search(/[^\t\x20-\x7e]/) : -1;
  return index >= 0 && `Character ${index + 1} is not ASCII and cannot be sent in a header.`;
}

function collect(look: (note: Note) => void): Problem[] {
  const problems: Problem[] = [];
  look((field, message) => {
    if (message) problems.push({ field, message });
  });
  return problems;
}

function tooLong(size: number, limit: number, unit: string): string | false {
  return size > limit && `${size} ${unit} are more than the limit of ${limit}.`;
}
