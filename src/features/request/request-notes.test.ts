import { describe, expect, test } from 'vitest';
import type { FunctionConfiguration } from '../../core/index.ts';
import { newDraft } from '../../state/draft.ts';
import type { Connection, Draft } from '../../state/types.ts';
import { fieldNotes, type FieldNotes } from './request-notes.ts';

const connection: Connection = {
  id: 'c',
  name: 'Staging',
  region: 'us-east-1',
  endpoint: null,
  kind: 'aws',
  accountId: '111122223333',
  requestHeaders: 'sdk',
  color: 'blue',
  variant: 'standard',
  production: false,
  readOnly: false,
  signing: { type: 'keys' },
  keep: 'memory',
};
const plain: FunctionConfiguration = { functionName: 'orders', isDurable: false };

function notes(
  fields: Partial<Draft>,
  {
    configuration,
    pastedRegion = null,
  }: { configuration?: FunctionConfiguration; pastedRegion?: string | null } = {},
): FieldNotes {
  const draft: Draft = { ...newDraft('d'), ...fields };
  return fieldNotes({ draft, connection, configuration, pastedRegion });
}

const arn = (region: string, account: string): string =>
  `arn:aws:lambda:${region}:${account}:function:orders`;

describe('the function', () => {
  test('that fits the connection has no note, by whatever name', () => {
    for (const functionName of ['', 'orders', 'orders:live', arn('us-east-1', '111122223333')]) {
      expect(notes({ functionName })).toEqual({});
    }
  });

  test('that is no name is an error that says why', () => {
    expect(notes({ functionName: 'my orders' }).functionName).toMatchObject({ tone: 'error' });
  });

  test('of another region is not reached from here', () => {
    const { functionName } = notes({ functionName: arn('eu-west-1', '111122223333') });
    expect(functionName).toMatchObject({ tone: 'warning' });
    expect(functionName?.text).toMatch(/in eu-west-1.*goes to us-east-1/);
  });

  test('pasted as an address of another region says the same', () => {
    expect(notes({ functionName: 'orders' }, { pastedRegion: 'eu-west-1' }).functionName?.text).toContain(
      'eu-west-1',
    );
    expect(notes({ functionName: 'orders' }, { pastedRegion: 'us-east-1' })).toEqual({});
  });

  test('of another account needs that account’s permission', () => {
    const text = notes({ functionName: arn('us-east-1', '999988887777') }).functionName?.text;
    expect(text).toContain('999988887777');
    expect(notes({ functionName: '999988887777:function:orders' }).functionName?.tone).toBe('warning');
  });
});

describe('the qualifier', () => {
  test('that differs from the one in the name is an error, and the same one is none', () => {
    expect(notes({ functionName: 'orders:live', qualifier: '3' }).qualifier?.tone).toBe('error');
    expect(notes({ functionName: 'orders:live', qualifier: 'live' })).toEqual({});
    expect(notes({ functionName: 'orders', qualifier: '3' })).toEqual({});
  });

  test('is missing for a durable function', () => {
    const configuration = { ...plain, isDurable: true };
    expect(notes({ functionName: 'orders' }, { configuration }).qualifier?.tone).toBe('warning');
    expect(notes({ functionName: 'orders:1' }, { configuration })).toEqual({});
    expect(notes({ functionName: 'orders', qualifier: '1' }, { configuration })).toEqual({});
  });
});

describe('the tenant id', () => {
  const isolating = { ...plain, tenantIsolationMode: 'PER_TENANT' };

  test('is required by a function that isolates tenants', () => {
    expect(notes({ functionName: 'orders' }, { configuration: isolating }).tenantId?.text).toContain(
      'without a tenant ID',
    );
    expect(notes({ functionName: 'orders', tenantId: 'a' }, { configuration: isolating })).toEqual({});
  });

  test('is refused by one that does not', () => {
    expect(
      notes({ functionName: 'orders', tenantId: 'a' }, { configuration: plain }).tenantId?.text,
    ).toContain('with a tenant ID');
    expect(notes({ functionName: 'orders' }, { configuration: plain })).toEqual({});
  });

  test('is nobody’s business while the settings are not known', () => {
    expect(notes({ functionName: 'orders', tenantId: 'a' })).toEqual({});
  });
});

describe('the durable execution name', () => {
  test('means nothing to a function that is not durable', () => {
    const fields = { functionName: 'orders', durableExecutionName: 'one' };
    expect(notes(fields, { configuration: plain }).durableExecutionName?.tone).toBe('warning');
    expect(notes({ ...fields, qualifier: '1' }, { configuration: { ...plain, isDurable: true } })).toEqual(
      {},
    );
  });

  test('can’t be streamed', () => {
    const fields = { functionName: 'orders', durableExecutionName: 'one', stream: true };
    expect(notes(fields).durableExecutionName?.tone).toBe('error');
  });
});
