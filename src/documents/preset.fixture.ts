import fc from 'fast-check';
import { encodeBase64 } from './base64.ts';
import { expectedOutcomes, type Expectation } from './expectations/expectation-types.ts';
import { withoutForbiddenKeys } from './foreign-json.ts';
import { payloadFromBytes } from './payload.ts';
import type { Preset } from './preset-types.ts';
import { invocationTypes, retryModes } from './request-options.ts';

export function preset(overrides: Partial<Preset> = {}): Preset {
  return {
    id: '0b9f',
    name: 'Refund over limit',
    description: '',
    tags: ['refund'],
    request: {
      functionName: 'orders',
      qualifier: 'live',
      invocationType: 'RequestResponse',
      logType: 'Tail',
      payload: '{\n  "orderId": 12345678901234567890, "a": 1.0, "a": 2\n}',
      payloadEncoding: 'utf8',
      clientContext: '{"custom":{"a":"1"}}',
      tenantId: null,
      durableExecutionName: null,
      stream: false,
      traceId: null,
      retryMode: 'safe',
      extra: {},
    },
    target: { region: 'eu-west-1', endpoint: null, extra: {} },
    expectations: [],
    extra: {},
    ...overrides,
  };
}

const unicode = fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.toWellFormed());

const payload = fc.oneof(
  unicode.map((text) => ({ payload: text, payloadEncoding: 'utf8' as const })),
  fc
    .uint8Array({ maxLength: 300 })
    .filter((bytes) => payloadFromBytes(bytes).encoding === 'binary')
    .map((bytes) => ({ payload: encodeBase64(bytes), payloadEncoding: 'base64' as const })),
);

/**
 * As a text says it: JSON.stringify writes -0 as 0. Keys like `__proto__`, which fast-check likes to try, are left to
 * the tests of what is dropped.
 */
const jsonValue = fc
  .json({ maxDepth: 3 })
  .map((text): unknown => JSON.parse(JSON.stringify(JSON.parse(text))))
  .filter((value) => {
    const dropped: string[] = [];
    withoutForbiddenKeys(value, dropped);
    return dropped.length === 0;
  });

/** Keys of a later writer: any names that are not ours and that a document may carry. */
const extra = fc.dictionary(fc.stringMatching(/^x[0-9]{1,3}$/), jsonValue, {
  maxKeys: 3,
});

const path = fc.constantFrom('$', '$.a[0]', "$['a name']", 'not a path');

/** Those of this version, and those of a later one. */
const expectation: fc.Arbitrary<Expectation> = fc.oneof(
  fc.record({ kind: fc.constant('outcome' as const), is: fc.constantFrom(...expectedOutcomes) }),
  fc.record({ kind: fc.constant('status' as const), is: fc.integer({ min: 100, max: 999 }) }),
  fc.record({ kind: fc.constant('json-equals' as const), path, value: unicode }),
  fc.record({ kind: fc.constant('json-matches' as const), path, pattern: unicode }),
  fc.record({ kind: fc.constantFrom('json-exists' as const, 'json-absent' as const), path }),
  fc.record({ kind: fc.constant('duration' as const), atMostMs: fc.nat() }),
  fc.record({ kind: fc.constantFrom('log-contains' as const, 'log-lacks' as const), text: unicode }),
  fc
    .oneof(
      jsonValue.filter((value) => typeof value !== 'object'),
      fc.record({
        kind: fc.constantFrom('later-kind', 'outcome'),
        is: fc.constant('later-outcome'),
        x1: jsonValue,
      }),
      fc.record({ kind: fc.constant('status'), is: fc.constant(200), x1: jsonValue }),
    )
    .map((source) => ({ kind: 'not-understood' as const, source })),
);

/** Any preset that can exist. */
export const anyPreset: fc.Arbitrary<Preset> = fc.record({
  id: fc.uuid(),
  name: fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
  description: unicode,
  tags: fc.array(
    unicode.map((text) => text.slice(0, 40)),
    { maxLength: 4 },
  ),
  request: fc
    .tuple(
      payload,
      fc.record({
        functionName: fc.constantFrom('', 'orders', '123456789012:function:orders', 'a.b-c_d'),
        qualifier: fc.constantFrom('', '$LATEST', '7', 'live'),
        invocationType: fc.constantFrom(...invocationTypes),
        logType: fc.constantFrom('None' as const, 'Tail' as const),
        clientContext: unicode,
        tenantId: fc.option(unicode),
        durableExecutionName: fc.constantFrom(null, 'run-1'),
        stream: fc.boolean(),
        traceId: fc.option(unicode),
        retryMode: fc.constantFrom(...retryModes),
        extra,
      }),
    )
    .map(([body, rest]) => ({ ...rest, ...body })),
  target: fc.option(
    fc.record({
      region: fc.constantFrom(null, 'eu-west-1', 'xx-future-1'),
      endpoint: fc.constantFrom(null, 'http://localhost:3001', 'https://proxy.example/lambda/'),
      extra,
    }),
  ),
  expectations: fc.array(expectation, { maxLength: 4 }),
  extra,
});
