import { clientContextLimit } from './client-context.ts';
import type { InvokeClientConfig } from './client-types.ts';
import { findEndpoint, parseBaseUrl } from './endpoint.ts';
import { parseFunctionName } from './function-name.ts';
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

/** Everything wrong with an invoke, found without sending it. `body` is the payload as bytes. */
export function findInvokeProblems(input: InvokeInput, body: Uint8Array | undefined): Problem[] {
  const { functionName, qualifier = '', clientContext = '', payload, invocationType } = input;
  const name = parseFunctionName(functionName ?? '');
  const limit = invocationType === 'Event' ? payloadLimits.event : payloadLimits.sync;
  const size = body?.length ?? 0;
  return [
    ...problemIf(!name.ok && name.message, 'functionName'),
    ...problemIf(
      !qualifierPattern.test(qualifier) && 'Give $LATEST, a version or an alias, at most 128 characters.',
      'qualifier',
    ),
    ...problemIf(tooLong(clientContext.length, clientContextLimit, 'characters of base64'), 'clientContext'),
    ...problemIf(tooLong(size, limit, 'bytes'), 'payload'),
    // Half of a surrogate pair has no UTF-8 form: TextEncoder would send another character.
    ...problemIf(
      typeof payload === 'string' && !payload.isWellFormed() && 'This text is not valid Unicode.',
      'payload',
    ),
    ...headerMembers.flatMap(([field]) => headerProblems(field, input[field])),
  ];
}

/** What only the streaming operation refuses: it has no asynchronous form and no durable executions. */
export function findStreamProblems({ invocationType, durableExecutionName }: InvokeInput): Problem[] {
  return [
    ...problemIf(invocationType === 'Event' && 'An Event cannot be streamed.', 'invocationType'),
    ...problemIf(
      durableExecutionName !== undefined && 'A durable execution cannot be streamed.',
      'durableExecutionName',
    ),
  ];
}

/** What is wrong with a client's configuration: said with each call, since creating a client cannot fail. */
export function findConfigProblems(config: InvokeClientConfig): Problem[] {
  const { region, transportUrl, timeoutMs = 1, retry, userAgent } = config;
  const endpoint = findEndpoint({ ...config, region: region || 'none' }, 'lambda');
  const maxAttempts = retry?.maxAttempts ?? 1;
  return [
    ...problemIf(!region && 'A region is needed, such as eu-west-1.', 'region'),
    ...(endpoint.ok ? [] : [{ field: endpoint.field, message: endpoint.message }]),
    ...transportProblems(transportUrl),
    ...problemIf(!(timeoutMs > 0) && 'Give a positive number of milliseconds.', 'timeoutMs'),
    ...problemIf(
      !(Number.isInteger(maxAttempts) && maxAttempts > 0) && 'Give a whole number from 1.',
      'maxAttempts',
    ),
    ...headerProblems('userAgent', userAgent),
  ];
}

function transportProblems(transportUrl: string | undefined): Problem[] {
  const base = transportUrl === undefined ? undefined : parseBaseUrl(transportUrl);
  return problemIf(base?.ok === false && base.message, 'transportUrl');
}

/** A browser refuses header values beyond Latin-1, and sends those below as bytes that were not signed. */
export function headerProblems(field: string, value = ''): Problem[] {
  const index = value.search(/[^\t\x20-\x7e]/);
  return problemIf(
    index >= 0 && `Character ${index + 1} is not ASCII and cannot be sent in a header.`,
    field,
  );
}

function problemIf(message: string | false, field: string): Problem[] {
  return message === false ? [] : [{ field, message }];
}

function tooLong(size: number, limit: number, unit: string): string | false {
  return size > limit && `${size} ${unit} are more than the limit of ${limit}.`;
}
