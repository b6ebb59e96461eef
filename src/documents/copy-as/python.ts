import { encodeBase64 } from '../base64.ts';
import { stringLiteral, textOfBytes } from './code-strings.ts';
import type { CopyAsResult } from './copy-as-types.ts';
import type { Invocation } from './invocation.ts';

/** A script with boto3. */
export function python(invocation: Invocation): CopyAsResult {
  const { isStream, traceId, logType } = invocation;
  const operation = isStream ? 'invoke_with_response_stream' : 'invoke';
  const isBinary = textOfBytes(invocation.payload) === null;
  const text = [
    '# pip install boto3, then: python3 invoke.py',
    ...(isBinary || (logType !== undefined && !isStream) ? ['import base64'] : []),
    'import sys',
    '',
    'import boto3',
    'from botocore.config import Config',
    '',
    '# One send, with time for a long run: a retry could run the function twice.',
    'config = Config(retries={"total_max_attempts": 1}, read_timeout=910)',
    `client = boto3.client("lambda", ${clientOptions(invocation)}, config=config)`,
    ...(traceId === undefined ? [] : traceLines(traceId)),
    '',
    `response = client.${operation}(`,
    ...membersOf(invocation).map(([name, value]) => `    ${name}=${value},`),
    ')',
    'print(response["StatusCode"], response.get("ExecutedVersion", ""), response.get("FunctionError", ""), file=sys.stderr)',
    ...(isStream ? streamLines : wholeLines(invocation)),
    '',
  ].join('\n');
  return { ok: true, text, notes: [] };
}

function clientOptions({ region, endpoint }: Invocation): string {
  return [`region_name=${literal(region)}`, ...(endpoint ? [`endpoint_url=${literal(endpoint)}`] : [])].join(
    ', ',
  );
}

/** botocore never signs this header, and passes it on as it is. */
function traceLines(traceId: string): string[] {
  return [
    'client.meta.events.register(',
    '    "before-sign.lambda",',
    `    lambda request, **_: request.headers.add_header("x-amzn-trace-id", ${literal(traceId)}),`,
    ')',
  ];
}

function membersOf(invocation: Invocation): [string, string][] {
  const texts: [string, string | undefined][] = [
    ['FunctionName', invocation.functionName],
    ['Qualifier', invocation.qualifier],
    ['InvocationType', invocation.invocationType],
    ['LogType', invocation.logType],
    ['ClientContext', invocation.clientContext],
    ['TenantId', invocation.tenantId],
    ['DurableExecutionName', invocation.isStream ? undefined : invocation.durableExecutionName],
  ];
  return [
    ...texts.flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, literal(value)]],
    ),
    ...(invocation.payload.length === 0
      ? []
      : [['Payload', payloadOf(invocation.payload)] satisfies [string, string]]),
  ];
}

function payloadOf(bytes: Uint8Array): string {
  const text = textOfBytes(bytes);
  return text === null
    ? `base64.b64decode(${literal(encodeBase64(bytes))})`
    : `${literal(text)}.encode("utf-8")`;
}

function literal(text: string): string {
  return stringLiteral(text, {
    quote: text.includes('"') ? "'" : '"',
    join: (lines) => `(\n${lines.map((line) => `        ${line}\n`).join('')}    )`,
  });
}

const streamLines = [
  'for event in response["EventStream"]:',
  '    if "PayloadChunk" in event:',
  '        sys.stdout.buffer.write(event["PayloadChunk"]["Payload"])',
  '        sys.stdout.buffer.flush()',
  '    if event.get("InvokeComplete", {}).get("ErrorCode"):',
  '        print(event["InvokeComplete"], file=sys.stderr)',
];

function wholeLines({ logType }: Invocation): string[] {
  return [
    'sys.stdout.buffer.write(response["Payload"].read())',
    ...(logType === undefined
      ? []
      : [
          'if "LogResult" in response:',
          '    print(base64.b64decode(response["LogResult"]).decode("utf-8", "replace"), file=sys.stderr)',
        ]),
  ];
}
