import { encodeBase64 } from '../base64.ts';
import { stringLiteral, textOfBytes } from './code-strings.ts';
import type { CopyAsResult } from './copy-as-types.ts';
import type { Invocation } from './invocation.ts';

/** A module for Node with the AWS SDK for JavaScript, version 3. */
export function javascript(invocation: Invocation): CopyAsResult {
  const { isStream, traceId } = invocation;
  const command = isStream ? 'InvokeWithResponseStreamCommand' : 'InvokeCommand';
  const text = [
    '// npm install @aws-sdk/client-lambda, then: node invoke.mjs',
    `import { ${command}, LambdaClient } from '@aws-sdk/client-lambda';`,
    '',
    '// One send: a retry could run the function twice.',
    `const client = new LambdaClient({ ${clientOptions(invocation)} });`,
    ...(traceId === undefined ? [] : traceLines(traceId)),
    '',
    'const output = await client.send(',
    `  new ${command}({`,
    ...membersOf(invocation).map(([name, value]) => `    ${name}: ${value},`),
    '  }),',
    ');',
    "console.error(output.StatusCode, output.ExecutedVersion ?? '', output.FunctionError ?? '');",
    ...(isStream ? streamLines : wholeLines(invocation)),
    '',
  ].join('\n');
  return { ok: true, text, notes: [] };
}

function clientOptions({ region, endpoint }: Invocation): string {
  const members = [`region: ${literal(region)}`, ...(endpoint ? [`endpoint: ${literal(endpoint)}`] : [])];
  return [...members, 'maxAttempts: 1'].join(', ');
}

/** The SDK never signs this header, and passes it on as it is. */
function traceLines(traceId: string): string[] {
  return [
    'client.middlewareStack.add(',
    '  (next) => (args) => {',
    `    args.request.headers['x-amzn-trace-id'] = ${literal(traceId)};`,
    '    return next(args);',
    '  },',
    "  { step: 'build' },",
    ');',
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
  return text === null ? `Buffer.from(${literal(encodeBase64(bytes))}, 'base64')` : literal(text);
}

function literal(text: string): string {
  return stringLiteral(text, {
    quote: "'",
    join: (lines) => `[\n${lines.map((line) => `      ${line},\n`).join('')}    ].join('')`,
  });
}

const streamLines = [
  'for await (const { PayloadChunk, InvokeComplete } of output.EventStream ?? []) {',
  '  if (PayloadChunk?.Payload) process.stdout.write(PayloadChunk.Payload);',
  '  if (InvokeComplete?.ErrorCode) console.error(InvokeComplete.ErrorCode, InvokeComplete.ErrorDetails);',
  '}',
];

function wholeLines({ logType }: Invocation): string[] {
  return [
    'process.stdout.write(output.Payload ?? new Uint8Array());',
    ...(logType === undefined
      ? []
      : ["if (output.LogResult) console.error(Buffer.from(output.LogResult, 'base64').toString());"]),
  ];
}
