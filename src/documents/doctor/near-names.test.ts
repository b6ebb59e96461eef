import { expect, test } from 'vitest';
import { nearNames } from './near-names.ts';

test.each([
  ['helo', ['hello']],
  ['Hello', ['hello']],
  ['hlelo', ['hello']],
  ['checkout', ['checkout-prod', 'checkout-test']],
  ['zzz', []],
])('%s may mean %s', (wanted, names) => {
  expect(nearNames(wanted, ['hello', 'checkout-test', 'checkout-prod', 'slow', 'big'])).toEqual(names);
});
