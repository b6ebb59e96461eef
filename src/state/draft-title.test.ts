import { expect, test } from 'vitest';
import { draftTitle } from './draft-title.ts';

test('a name that was given stands before the function’s', () => {
  expect(draftTitle({ title: 'Refund over limit', functionName: 'orders' })).toBe('Refund over limit');
});

test('an ARN gives the function’s name alone', () => {
  const functionName = 'arn:aws:lambda:eu-west-1:123456789012:function:orders:live';
  expect(draftTitle({ title: null, functionName })).toBe('orders');
});

test('a name that is no function name yet is shown as it is typed', () => {
  expect(draftTitle({ title: null, functionName: ' my orders' })).toBe('my orders');
});

test('an empty draft has a name too', () => {
  expect(draftTitle({ title: null, functionName: '  ' })).toBe('New draft');
});
