import { clientContextLimit } from './client-context.ts';
import { findEndpoint, parseBaseUrl } from './endpoint.ts';
import { parseFunctionName } from './function-name.ts';
import type { InvokeClientConfig } from './client-types.ts';
import type { InvokeInput } from './types.ts';

export interface Problem {
  field: string;
  message: string;
}

/** Bytes a request may carry. Sources: the API's own refusals (413), and its model for Event (1 MB since 2025). */
export const payloadLimits = { sync: 6_291_456, event: 1_048_576 } as const;

/** Everything wrong with an invoke, found without sending it. `body` is the payload as bytes. */
export function findInvokeProblems(input: InvokeInput, body: Uint8Array | undefined): Problem[] {
  return [
    ...nameProblems(input),
    ...qualifierProblems(input.qualifier),
    ...clientContextProblems(input.clientContext),
    ...payloadProblems(input, body),
    ...headerMembers.flatMap((field) => headerProblems(field, input[field])),
  ];
}

/** What only the streaming operation refuses: it has no asynchronous form and no durable executions. */
export function findStreamProblems(input: InvokeInput): Problem[] {
  const problems: Problem[] = [];
  if (input.invocationType === 'Event') {
    problems.push({
      field: 'invocationType',
      message: 'A streamed invoke is RequestResponse or DryRun, not Event.',
    });
  }
  if (input.durableExecutionName !== undefined) {
    problems.push({
      field: 'durableExecutionName',
      message: 'A streamed invoke takes no durable execution name.',
    });
  }
  return problems;
}

/** What is wrong with a client's configuration: said with each call, since creating a client cannot fail. */
export function findConfigProblems(config: InvokeClientConfig): Problem[] {
  const problems: Problem[] = [];
  if (!config.region) problems.push({ field: 'region', message: 'A region is needed, such as eu-west-1.' });
  const endpoint = findEndpoint(config, 'lambda');
  if (!endpoint.ok && config.region) problems.push({ field: endpoint.field, message: endpoint.message });
  if (config.transportUrl !== undefined) {
    const transport = parseBaseUrl(config.transportUrl);
    if (!transport.ok) problems.push({ field: 'transportUrl', message: transport.message });
  }
  if (config.timeoutMs !== undefined && !(config.timeoutMs > 0)) {
    problems.push({ field: 'timeoutMs', message: 'A time-out is a positive number of milliseconds.' });
  }
  const maxAttempts = config.retry?.maxAttempts;
  if (maxAttempts !== undefined && !(Number.isInteger(maxAttempts) && maxAttempts >= 1)) {
    problems.push({
      field: 'retry.maxAttempts',
      message: 'The number of attempts is a whole number from 1.',
    });
  }
  return [...problems, ...headerProblems('userAgent', config.userAgent)];
}

/** A browser refuses header values beyond Latin-1, and sends those below as bytes that were not signed. */
export function headerProblems(field: string, value: string | undefined): Problem[] {
  const odd = value === undefined ? null : /[^\t\x20-\x7e]/u.exec(value);
  if (!odd) return [];
  const code = (odd[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [
    { field, message: `Character ${odd.index + 1} (U+${code}) cannot be sent in a header: ASCII only.` },
  ];
}

const headerMembers = [
  'invocationType',
  'logType',
  'clientContext',
  'tenantId',
  'durableExecutionName',
  'traceId',
] as const;

function nameProblems({ functionName }: InvokeInput): Problem[] {
  const parsed = parseFunctionName(functionName ?? '');
  return parsed.ok ? [] : [{ field: 'functionName', message: parsed.message }];
}

/** Source: Qualifier (NumericLatestPublishedOrAliasQualifier) of the Lambda API model. */
function qualifierProblems(qualifier: string | undefined): Problem[] {
  if (!qualifier) return [];
  if (qualifier.length > 128) {
    return [
      {
        field: 'qualifier',
        message: `A qualifier has at most 128 characters; this one has ${qualifier.length}.`,
      },
    ];
  }
  if (/^(?:\$LATEST\.PUBLISHED|[a-zA-Z0-9$_-]+)$/.test(qualifier)) return [];
  return [
    {
      field: 'qualifier',
      message: 'A qualifier is $LATEST, a version number or an alias: letters, digits, - and _.',
    },
  ];
}

function clientContextProblems(clientContext: string | undefined): Problem[] {
  const length = clientContext?.length ?? 0;
  if (length <= clientContextLimit) return [];
  const limit = clientContextLimit.toLocaleString('en');
  return [
    {
      field: 'clientContext',
      message: `The client context has ${length} characters of base64; the limit is ${limit}.`,
    },
  ];
}

function payloadProblems({ payload, invocationType }: InvokeInput, body: Uint8Array | undefined): Problem[] {
  if (typeof payload === 'string' && !isWellFormed(payload)) {
    return [
      {
        field: 'payload',
        message: 'The payload holds half of a surrogate pair, which no UTF-8 text can carry.',
      },
    ];
  }
  const limit = invocationType === 'Event' ? payloadLimits.event : payloadLimits.sync;
  const size = body?.byteLength ?? 0;
  if (size <= limit) return [];
  const kind = invocationType === 'Event' ? 'an Event' : 'a synchronous';
  return [
    { field: 'payload', message: `The payload has ${size} bytes; ${kind} invoke takes at most ${limit}.` },
  ];
}

/** String.prototype.isWellFormed, which not every engine we run in has. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
