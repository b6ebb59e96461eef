import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberText, readErrorCode, sanitizeErrorCode } from './error-code.ts';

/** Any UTF-16 code units, halves of pairs included. */
const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

describe('sanitizeErrorCode', () => {
  it.each([
    ['ResourceNotFoundException', 'ResourceNotFoundException'],
    [
      'ResourceNotFoundException:http://internal.amazon.com/coral/com.amazonaws.lambda/',
      'ResourceNotFoundException',
    ],
    ['com.amazonaws.lambda#ResourceConflictException', 'ResourceConflictException'],
    ['aws.protocoltests#FooError:http://x/', 'FooError'],
    ['A, B', 'A'],
    [' Throttling ', 'Throttling'],
    ['AWS.SimpleQueueService.NonExistentQueue', 'AWS.SimpleQueueService.NonExistentQueue'],
    ['Runtime.ExitError', 'Runtime.ExitError'],
  ])('%s -> %s', (raw, code) => {
    expect(sanitizeErrorCode(raw)).toBe(code);
  });

  it.each([
    undefined,
    '',
    ':',
    '#',
    '<script>alert(1)</script>',
    'two words',
    '404',
    'x'.repeat(200),
    'a\nb',
    '\u202Eabc',
  ])('refuses %j', (raw) => {
    expect(sanitizeErrorCode(raw)).toBeUndefined();
  });

  it('lets nothing through but letters, digits, dot, dash and underscore', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        expect(sanitizeErrorCode(raw) ?? 'a').toMatch(/^[A-Za-z][\w.-]*$/);
      }),
    );
  });
});

describe('readErrorCode', () => {
  it('prefers the header, then code, then __type, in any case', () => {
    const body = { __type: 'x#T', Code: 'C' };
    expect(readErrorCode({ 'x-amzn-errortype': 'H:u' }, body)).toBe('H');
    expect(readErrorCode({}, body)).toBe('C');
    expect(readErrorCode({}, { __TYPE: 'x#T' })).toBe('T');
    expect(readErrorCode({}, {})).toBeUndefined();
    expect(readErrorCode({}, undefined)).toBeUndefined();
  });

  it('passes members that are no name', () => {
    expect(readErrorCode({ 'x-amzn-errortype': '' }, { code: 42, __type: 'T' })).toBe('T');
    expect(readErrorCode({}, { code: null, CODE: 'Up', __type: 'T' })).toBe('Up');
  });
});

describe('memberText', () => {
  it('takes the exact key before another case and only text', () => {
    expect(memberText({ Message: 'upper', message: 'lower' }, 'message')).toBe('lower');
    expect(memberText({ MESSAGE: 'x' }, 'message')).toBe('x');
    expect(memberText({ message: { a: 1 } }, 'message')).toBeUndefined();
  });
});
