import { describe, expect, test } from 'vitest';
import { createInvokeClient } from './client.ts';
import { configured, playing } from './sending.fixture.ts';
import type { InvokeInput } from './types.ts';

const f = { functionName: 'f' };
const bytes = (size: number) => new Uint8Array(size);

describe('at the limit is sent, beyond it is refused at its field', () => {
  test.each([
    ['payload', { ...f, payload: bytes(6_291_456) }, { ...f, payload: bytes(6_291_457) }],
    [
      'payload',
      { ...f, payload: bytes(6_291_456), invocationType: 'DryRun' },
      { ...f, payload: bytes(6_291_457), invocationType: 'DryRun' },
    ],
    [
      'payload',
      { ...f, payload: bytes(1_048_576), invocationType: 'Event' },
      { ...f, payload: bytes(1_048_577), invocationType: 'Event' },
    ],
    ['payload', { ...f, payload: 'é'.repeat(3_145_728) }, { ...f, payload: `${'é'.repeat(3_145_728)}a` }],
    ['clientContext', { ...f, clientContext: 'a'.repeat(3583) }, { ...f, clientContext: 'a'.repeat(3584) }],
    ['qualifier', { ...f, qualifier: 'a'.repeat(128) }, { ...f, qualifier: 'a'.repeat(129) }],
    ['functionName', { functionName: 'a'.repeat(256) }, { functionName: 'a'.repeat(257) }],
  ] as [string, InvokeInput, InvokeInput][])('%s (%#)', async (field, within, beyond) => {
    expect(await fieldsOf(within)).toEqual([]);
    expect(await fieldsOf(beyond)).toEqual([field]);
  });
});

describe('qualifiers', () => {
  test.each(['$LATEST', '$LATEST.PUBLISHED', '42', 'PROD', 'a-b_c', '', '$', 'a$b'])(
    '%j is one',
    async (qualifier) => {
      expect(await fieldsOf({ ...f, qualifier })).toEqual([]);
    },
  );

  test.each(['a b', 'a.b', 'é', 'a/b', '$LATEST.published', 'a\n', '..'])('%j is none', async (qualifier) => {
    expect(await fieldsOf({ ...f, qualifier })).toEqual(['qualifier']);
  });
});

test('empty texts are sent as given, and nothing is sent for what is absent', async () => {
  const { fetch, sent } = playing();
  const client = createInvokeClient(configured({ fetch, requestHeaders: 'minimal' }));
  await client.invoke({
    ...f,
    qualifier: '',
    clientContext: '',
    tenantId: '',
    durableExecutionName: '',
    payload: '',
  });
  await client.invoke(f);
  const [full, bare] = sent;
  expect(full?.url.endsWith('/invocations?Qualifier=')).toBe(true);
  expect(full?.headers).toMatchObject({
    'x-amz-client-context': '',
    'x-amz-tenant-id': '',
    'x-amz-durable-execution-name': '',
  });
  expect(bare?.url.endsWith('/invocations')).toBe(true);
  expect(Object.keys(bare?.headers ?? {}).toSorted()).toEqual([
    'authorization',
    'content-type',
    'x-amz-content-sha256',
    'x-amz-date',
  ]);
});

test('a missing name is one problem beside the others', async () => {
  const { fetch, sent } = playing();
  const input = { qualifier: 'a b' } as unknown as InvokeInput;
  const result = await createInvokeClient(configured({ fetch })).invoke(input);
  expect(result).toMatchObject({ error: { problems: [{ field: 'functionName' }, { field: 'qualifier' }] } });
  expect(sent).toEqual([]);
});

async function fieldsOf(input: InvokeInput): Promise<string[]> {
  const { fetch, sent } = playing();
  const result = await createInvokeClient(configured({ fetch })).invoke(input);
  expect(sent).toHaveLength(result.ok ? 1 : 0);
  return result.ok ? [] : (result.error.problems ?? []).map(({ field }) => field);
}
