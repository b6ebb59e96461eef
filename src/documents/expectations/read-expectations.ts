import * as v from 'valibot';
import { expectedOutcomes, type Expectation } from './expectation-types.ts';

/** More than these are no expectations of one run. */
export const maxExpectations = 200;
const maxTextLength = 100_000;

/**
 * One expectation as a document says it. A kind or a member that is not known may turn its meaning round, so such a
 * one is kept whole and not understood.
 */
export function readExpectation(value: unknown): Expectation {
  const read = v.safeParse(expectation, value);
  return read.success ? read.output : { kind: 'not-understood', source: value };
}

/** An expectation as a document says it; what was not understood comes back as it came. */
export function expectationValue(one: Expectation): unknown {
  return one.kind === 'not-understood' ? one.source : one;
}

const text = v.pipe(v.string(), v.maxLength(maxTextLength));
const path = v.pipe(v.string(), v.maxLength(2_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const expectation = v.variant('kind', [
  v.strictObject({ kind: v.literal('outcome'), is: v.picklist(expectedOutcomes) }),
  v.strictObject({ kind: v.literal('status'), is: v.pipe(count, v.minValue(100), v.maxValue(999)) }),
  v.strictObject({ kind: v.literal('json-equals'), path, value: text }),
  v.strictObject({ kind: v.literal('json-matches'), path, pattern: text }),
  v.strictObject({ kind: v.literal('json-exists'), path }),
  v.strictObject({ kind: v.literal('json-absent'), path }),
  v.strictObject({ kind: v.literal('duration'), atMostMs: v.pipe(v.number(), v.finite(), v.minValue(0)) }),
  v.strictObject({ kind: v.literal('log-contains'), text }),
  v.strictObject({ kind: v.literal('log-lacks'), text }),
]);
