import { encodeBase64 } from '../base64.ts';
import { stringLiteral, textOfBytes } from './code-strings.ts';
import type { CopyAsResult } from './copy-as-types.ts';
import type { Invocation } from './invocation.ts';

/** A program with the AWS SDK for Go, version 2. */
export function go(invocation: Invocation): CopyAsResult {
  const operation = invocation.isStream ? 'InvokeWithResponseStream' : 'Invoke';
  const text = [
    '// go mod init invoke && go mod tidy && go run .',
    'package main',
    '',
    'import (',
    ...importsOf(invocation),
    ')',
    '',
    'func main() {',
    '\tctx := context.Background()',
    `\tcfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(${literal(invocation.region)}))`,
    ...failLines,
    '\tclient := lambda.NewFromConfig(cfg, func(o *lambda.Options) {',
    '\t\t// One send: a retry could run the function twice.',
    '\t\to.RetryMaxAttempts = 1',
    ...optionLines(invocation),
    '\t})',
    ...binaryLines(invocation.payload),
    `\toutput, err := client.${operation}(ctx, &lambda.${operation}Input{`,
    ...membersOf(invocation).map(([name, value]) => `\t\t${name}: ${value},`),
    '\t})',
    ...failLines,
    ...(invocation.isStream ? streamLines : wholeLines(invocation)),
    '}',
    '',
  ].join('\n');
  return { ok: true, text, notes: [] };
}

const failLines = ['\tif err != nil {', '\t\tlog.Fatal(err)', '\t}'];

/** Go refuses an import that is not used. */
function importsOf(invocation: Invocation): string[] {
  const { isStream, logType, payload, traceId, invocationType } = invocation;
  const usesBase64 = textOfBytes(payload) === null || (logType !== undefined && !isStream);
  const usesTypes = isStream || logType !== undefined || invocationType !== undefined;
  return [
    '\t"context"',
    ...(usesBase64 ? ['\t"encoding/base64"'] : []),
    '\t"fmt"',
    '\t"log"',
    '\t"os"',
    '',
    '\t"github.com/aws/aws-sdk-go-v2/aws"',
    '\t"github.com/aws/aws-sdk-go-v2/config"',
    '\t"github.com/aws/aws-sdk-go-v2/service/lambda"',
    ...(usesTypes ? ['\t"github.com/aws/aws-sdk-go-v2/service/lambda/types"'] : []),
    ...(traceId === undefined ? [] : ['\tsmithyhttp "github.com/aws/smithy-go/transport/http"']),
  ];
}

function optionLines({ endpoint, traceId }: Invocation): string[] {
  return [
    ...(endpoint ? [`\t\to.BaseEndpoint = aws.String(${literal(endpoint)})`] : []),
    ...(traceId === undefined
      ? []
      : [
          `\t\to.APIOptions = append(o.APIOptions, smithyhttp.AddHeaderValue("X-Amzn-Trace-Id", ${literal(traceId)}))`,
        ]),
  ];
}

function binaryLines(payload: Uint8Array): string[] {
  if (textOfBytes(payload) !== null) return [];
  return [
    `\tpayload, err := base64.StdEncoding.DecodeString(${literal(encodeBase64(payload))})`,
    ...failLines,
  ];
}

function membersOf(invocation: Invocation): [string, string][] {
  const { invocationType, logType, isStream, payload } = invocation;
  const typeOfType = isStream ? 'ResponseStreamingInvocationType' : 'InvocationType';
  const text = textOfBytes(payload);
  const pointer = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : `aws.String(${literal(value)})`;
  const members: [string, string | undefined][] = [
    ['FunctionName', pointer(invocation.functionName)],
    ['Qualifier', pointer(invocation.qualifier)],
    ['InvocationType', invocationType && `types.${typeOfType}${invocationType}`],
    ['LogType', logType && 'types.LogTypeTail'],
    ['ClientContext', pointer(invocation.clientContext)],
    ['TenantId', pointer(invocation.tenantId)],
    ['DurableExecutionName', isStream ? undefined : pointer(invocation.durableExecutionName)],
    ['Payload', payload.length === 0 ? undefined : text === null ? 'payload' : `[]byte(${literal(text)})`],
  ];
  return members.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

function literal(text: string): string {
  return stringLiteral(text, { quote: '"', join: (lines) => lines.join(' +\n\t\t\t') });
}

const streamLines = [
  '\tfmt.Fprintln(os.Stderr, output.StatusCode, aws.ToString(output.ExecutedVersion))',
  '\tstream := output.GetStream()',
  '\tdefer stream.Close()',
  '\tfor event := range stream.Events() {',
  '\t\tswitch event := event.(type) {',
  '\t\tcase *types.InvokeWithResponseStreamResponseEventMemberPayloadChunk:',
  '\t\t\tos.Stdout.Write(event.Value.Payload)',
  '\t\tcase *types.InvokeWithResponseStreamResponseEventMemberInvokeComplete:',
  '\t\t\tfmt.Fprintln(os.Stderr, aws.ToString(event.Value.ErrorCode), aws.ToString(event.Value.ErrorDetails))',
  '\t\t}',
  '\t}',
  '\tif err := stream.Err(); err != nil {',
  '\t\tlog.Fatal(err)',
  '\t}',
];

function wholeLines({ logType }: Invocation): string[] {
  return [
    '\tfmt.Fprintln(os.Stderr, output.StatusCode, aws.ToString(output.ExecutedVersion), aws.ToString(output.FunctionError))',
    '\tos.Stdout.Write(output.Payload)',
    ...(logType === undefined
      ? []
      : [
          '\tif tail, err := base64.StdEncoding.DecodeString(aws.ToString(output.LogResult)); err == nil {',
          '\t\tos.Stderr.Write(tail)',
          '\t}',
        ]),
  ];
}
