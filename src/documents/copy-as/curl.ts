import type { CopyAsResult } from './copy-as-types.ts';
import type { Invocation } from './invocation.ts';
import { printfOf, shellWord } from './shell.ts';

/**
 * A curl line for a POSIX shell, signed by curl itself (7.75 or later) with the credentials of the environment.
 * The payload comes by the standard input: as an argument it could be too long, or be read as a file's name.
 */
export function curl(invocation: Invocation): CopyAsResult {
  const { payload, region } = invocation;
  const hasPayload = payload.length > 0;
  const words = [
    'curl -sS -i',
    `--aws-sigv4 ${shellWord(`aws:amz:${region}:lambda`)}`,
    '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
    '${AWS_SESSION_TOKEN:+"-Hx-amz-security-token: $AWS_SESSION_TOKEN"}',
    ...headersOf(invocation).map(([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`),
    hasPayload ? '--data-binary @-' : "--data-binary ''",
    shellWord(urlOf(invocation)),
  ];
  return {
    ok: true,
    text: `${hasPayload ? `${printfOf(payload)} | ` : ''}${words.join(' \\\n  ')}\n`,
    notes: notesOf(invocation),
  };
}

function headersOf(invocation: Invocation): [string, string][] {
  const members: [string, string | undefined][] = [
    ['content-type', 'application/octet-stream'],
    ['x-amz-invocation-type', invocation.invocationType],
    ['x-amz-log-type', invocation.logType],
    ['x-amz-client-context', invocation.clientContext],
    ['x-amz-tenant-id', invocation.tenantId],
    ['x-amz-durable-execution-name', invocation.isStream ? undefined : invocation.durableExecutionName],
    ['x-amzn-trace-id', invocation.traceId],
  ];
  return members.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

function urlOf({ baseUrl, functionName, qualifier, isStream }: Invocation): string {
  const name = encodeURIComponent(functionName);
  const path = isStream
    ? `/2021-11-15/functions/${name}/response-streaming-invocations`
    : `/2015-03-31/functions/${name}/invocations`;
  return `${baseUrl}${path}${qualifier === undefined ? '' : `?Qualifier=${encodeURIComponent(qualifier)}`}`;
}

function notesOf({ functionName, isStream, logType }: Invocation): string[] {
  return [
    ...(functionName.includes(':')
      ? [
          'Older versions of curl (7.88 is one) sign the colons of an ARN wrongly: use the bare name with them.',
        ]
      : []),
    ...(isStream ? ['The answer is a binary event stream, which curl shows as it comes.'] : []),
    ...(logType === undefined || isStream ? [] : ['The log tail is the header x-amz-log-result, as base64.']),
  ];
}
