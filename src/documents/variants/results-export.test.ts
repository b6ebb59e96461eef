import { expect, test } from 'vitest';
import { responseFields } from './response-fields.ts';
import { resultsCsv, resultsJson } from './results-export.ts';
import type { VariantResult } from './variant-result.ts';

const result = (patch: Partial<VariantResult> = {}): VariantResult => ({
  row: 1,
  cells: ['=1+1', '-1.50'],
  runId: 'r1',
  outcome: 'success',
  statusCode: 200,
  executedVersion: '7',
  durationMs: 1.25,
  billedMs: 2,
  maxMemoryMB: 60,
  initMs: null,
  roundTripMs: 8.5,
  error: null,
  missing: { version: null, log: null },
  fields: { '$.total': '1.0', '$.name': '"@SUM(1)"' },
  isPrivate: false,
  ...patch,
});

const columns = [
  { path: '$.id', type: 'auto' },
  { path: '$.n', type: 'number' },
] as const;
const fields = ['$.total', '$.name'];

test('as CSV there is no formula, numbers keep their spelling, and what was not visible says so', () => {
  const hidden = result({
    row: 2,
    executedVersion: null,
    durationMs: null,
    billedMs: null,
    maxMemoryMB: null,
    missing: { version: 'absent or hidden by CORS', log: 'tail log is off' },
  });
  const [head, first, second] = resultsCsv({ columns, fields, results: [result(), hidden] }).split('\r\n');
  expect(head).toBe(
    'row,$.id,$.n,outcome,error,statusCode,executedVersion,durationMs,billedMs,maxMemoryMB,initMs,roundTripMs,response $.total,response $.name,runId',
  );
  expect(first).toBe(`1,"'=1+1",-1.50,success,,200,7,1.25,2,60,,8.5,1.0,"'@SUM(1)",r1`);
  expect(second).toContain(
    '200,absent or hidden by CORS,tail log is off,tail log is off,tail log is off,,8.5',
  );
});

test('as JSON values and fields are written as they are spelled', () => {
  const text = resultsJson({ columns, fields, results: [result()] });
  expect(JSON.parse(text)).toMatchObject([
    { row: 1, values: { '$.id': '=1+1', '$.n': -1.5 }, response: { '$.total': 1, '$.name': '@SUM(1)' } },
  ]);
  expect(text).toContain('"$.n": -1.50');
  expect(text).toContain('"$.total": 1.0');
});

test('fields of a response are found as they are spelled; several places are an array', () => {
  const response = new TextEncoder().encode('{"a":[{"n":1.0},{"n":"x"}],"e":null}');
  expect(responseFields(response, ['$.a[0].n', '$..n', '$.e', '$.no'])).toEqual({
    '$.a[0].n': '1.0',
    '$..n': '[1.0, "x"]',
    '$.e': 'null',
    '$.no': null,
  });
  expect(responseFields(new TextEncoder().encode('no JSON'), ['$.a'])).toEqual({ '$.a': null });
  expect(responseFields(new Uint8Array([255, 254]), ['$.a'])).toEqual({ '$.a': null });
  expect(responseFields(null, ['$.a'])).toEqual({ '$.a': null });
});
