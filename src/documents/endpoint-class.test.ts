import { expect, test } from 'vitest';
import { classifyEndpoint } from './endpoint-class.ts';
import { hostileCases } from '../../tests/hostile-cases.ts';

const names: Record<string, string> = { reject: 'refused' };

test.each(
  hostileCases('endpoint')
    .filter(({ field }) => field === 'endpoint')
    .map((one) => [one.id, one] as const),
)('%s', (_id, { input, endpointClass = '' }) => {
  expect(classifyEndpoint(input).kind).toBe(names[endpointClass] ?? endpointClass);
});

test('metadata addresses are refused in every spelling', () => {
  for (const host of [
    '169.254.169.254',
    '2852039166',
    '0xa9fea9fe',
    '[::ffff:169.254.169.254]',
    '[fd00:ec2::254]',
    '[fe80::1]',
  ]) {
    expect(classifyEndpoint(`https://${host}/`).kind, host).toBe('refused');
  }
});
