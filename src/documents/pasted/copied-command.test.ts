import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyAs } from '../copy-as/copy-as.ts';
import type { CopyAsInput } from '../copy-as/copy-as-types.ts';
import { readInvocation } from '../copy-as/invocation.ts';
import { payloadFromPreset } from '../payload.ts';
import type { Preset } from '../preset-types.ts';
import { looksLikeCommand, readCommand } from './read-command.ts';

const read = (text: string) => {
  const found = readCommand(text);
  if (!found.ok) throw new Error(found.message);
  return found;
};

const payloadBytes = (preset: Preset): Uint8Array => {
  const payload = payloadFromPreset(preset.request);
  if (!payload.ok) throw new Error(payload.problem.message);
  return payload.document.bytes;
};

const anyInput: fc.Arbitrary<CopyAsInput> = fc.record({
  functionName: fc.constantFrom(
    'orders',
    'orders:live',
    '123456789012:function:orders',
    'arn:aws:lambda:eu-west-1:123456789012:function:orders:7',
  ),
  qualifier: fc.constantFrom('', '$LATEST', '7', 'live'),
  invocationType: fc.constantFrom('RequestResponse' as const, 'Event' as const, 'DryRun' as const),
  tailLog: fc.boolean(),
  stream: fc.boolean(),
  clientContext: fc
    .string({ unit: 'binary', maxLength: 40 })
    .map((text) => text.toWellFormed())
    .filter((text) => text.trim() !== ''),
  tenantId: fc.string({ maxLength: 20 }).filter((text) => !/^\s*(?:fileb?|https?):/.test(text)),
  durableExecutionName: fc.constantFrom('', 'run-1'),
  traceId: fc.constantFrom('', 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1'),
  payload: fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
    fc
      .array(fc.constantFrom("'", '"', '\\', '%', '%s', '$(x)', '`', '\n', '\r\n', '^', '#', '7', '-', '@'))
      .map((parts) => new TextEncoder().encode(parts.join(''))),
  ),
  region: fc.constantFrom('eu-central-1', 'cn-north-1', 'us-gov-west-1'),
  endpoint: fc.constantFrom(null, 'http://127.0.0.1:7412', 'https://proxy.example/base'),
});

/** What a preset asks for, in the words of the writer of command lines. */
function inputOf({ request, target }: Preset, payload: Uint8Array): CopyAsInput {
  return {
    functionName: request.functionName,
    qualifier: request.qualifier,
    invocationType: request.invocationType,
    tailLog: request.logType === 'Tail',
    stream: request.stream,
    clientContext: request.clientContext,
    tenantId: request.tenantId ?? '',
    durableExecutionName: request.durableExecutionName ?? '',
    traceId: request.traceId ?? '',
    payload,
    region: target?.region ?? '',
    endpoint: target?.endpoint ?? null,
  };
}

test.each(['aws-cli', 'curl'] as const)(
  'what was copied as %s comes back as the same request',
  (format) => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const copied = copyAs(format, input);
        if (!copied.ok) throw new Error(copied.message);
        expect(looksLikeCommand(copied.text)).toBe(true);
        const { preset, notes } = read(copied.text);
        // The AWS CLI knows neither a stream nor a trace ID, and a stream no durable name.
        const said = {
          ...input,
          ...(format === 'aws-cli' && { stream: false, traceId: '' }),
          ...(input.stream && { durableExecutionName: '' }),
        };
        expect(readInvocation(inputOf(preset, payloadBytes(preset)))).toEqual(readInvocation(said));
        expect(notes).toEqual([]);
      }),
      { numRuns: 100 },
    );
  },
  20_000,
);
