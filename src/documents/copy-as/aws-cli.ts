import type { CopyAsResult } from './copy-as-types.ts';
import type { Invocation } from './invocation.ts';
import { printfOf, shellOption } from './shell.ts';

/** `aws lambda invoke` for a POSIX shell; the same bytes with version 1 and 2 of the CLI. */
export function awsCli(invocation: Invocation): CopyAsResult {
  const { payload, tenantId, traceId, isStream } = invocation;
  // The CLI would read such a value from a file, and has no way to say that it is not one.
  if (tenantId !== undefined && /^(?:fileb?|https?):\/\//.test(tenantId))
    return { ok: false, message: 'The AWS CLI would take this tenant ID for the address of a file.' };
  const hasPayload = payload.length > 0;
  const words = [
    'aws lambda invoke',
    ...Object.entries(optionsOf(invocation)).flatMap(([name, value]) =>
      value === undefined ? [] : [shellOption(name, value)],
    ),
    hasPayload ? '--payload fileb:///dev/stdin /dev/stdout' : '/dev/stdout',
  ];
  const command = words.join(' \\\n  ');
  return {
    ok: true,
    text: `${hasPayload ? `${printfOf(payload)} | ` : ''}${command}\n`,
    notes: [
      ...(isStream ? ['The AWS CLI cannot stream: the answer comes whole, at the end.'] : []),
      ...(traceId === undefined ? [] : ['The AWS CLI has no option for a trace ID: it is left out.']),
    ],
  };
}

function optionsOf(invocation: Invocation): Record<string, string | undefined> {
  return {
    'function-name': invocation.functionName,
    qualifier: invocation.qualifier,
    'invocation-type': invocation.invocationType,
    'log-type': invocation.logType,
    'client-context': invocation.clientContext,
    'tenant-id': invocation.tenantId,
    'durable-execution-name': invocation.isStream ? undefined : invocation.durableExecutionName,
    region: invocation.region,
    'endpoint-url': invocation.endpoint,
  };
}
