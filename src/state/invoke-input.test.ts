import { expect, test } from 'vitest';
import { toInvokeInput } from './invoke-input.ts';
import { payload, runRequest } from './state.fixture.ts';

test('empty fields and the defaults of the API are left out altogether', () => {
  const input = toInvokeInput(runRequest({ tailLog: false, payload: payload(''), functionName: ' hello ' }));
  expect(input).toEqual({ functionName: 'hello' });
  expect(Object.keys(input)).toEqual(['functionName']);
});

test('everything that was given goes over as it is, the payload as its very bytes', () => {
  const request = runRequest({
    qualifier: 'live',
    invocationType: 'RequestResponse',
    payload: payload('\uFEFF{"n":1e400,\r\n"n":12345678901234567890}\n'),
    clientContext: '{"custom":{"a":"\u00e4"}}',
    tenantId: 't1',
    durableExecutionName: 'order-1',
    traceId: 'Root=1-5759e988-bd862e3fe1be46a994272793',
  });
  const input = toInvokeInput(request);
  expect(input).toMatchObject({
    qualifier: 'live',
    logType: 'Tail',
    clientContext: btoa('{"custom":{"a":"\u00c3\u00a4"}}'),
    tenantId: 't1',
    durableExecutionName: 'order-1',
    traceId: 'Root=1-5759e988-bd862e3fe1be46a994272793',
  });
  expect(input.payload).toBe(request.payload.bytes);
  expect(input).not.toHaveProperty('invocationType');
});

test.each(['Event', 'DryRun'] as const)('%s asks for no log tail, which only an answer can carry', (type) => {
  const input = toInvokeInput(runRequest({ invocationType: type, tailLog: true }));
  expect(input.invocationType).toBe(type);
  expect(input).not.toHaveProperty('logType');
});

test('a streamed run may ask for the log tail', () => {
  expect(toInvokeInput(runRequest({ stream: true, tailLog: true })).logType).toBe('Tail');
});
