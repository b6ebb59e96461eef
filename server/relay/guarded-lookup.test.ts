import { expect, test } from 'vitest';
import { GuardedNames } from './guarded-lookup.ts';

/** Answers each look-up with the next list of addresses. */
function namesOf(...answers: string[][]): GuardedNames {
  return new GuardedNames((_hostname, _options, callback) => {
    const list = answers.shift() ?? [];
    callback(
      null,
      list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  });
}

function look(names: GuardedNames, kind: 'loopback' | 'named'): Promise<string> {
  const lookup = names.lookupFor({ kind, origin: 'https://lambda.example.test' });
  return new Promise((resolve) => {
    lookup('lambda.example.test', { all: false }, (error, address) =>
      resolve(error === null ? String(address) : error.message),
    );
  });
}

test('a name is called at the address that was judged', async () => {
  expect(await look(namesOf(['52.94.5.1']), 'named')).toBe('52.94.5.1');
  expect(await look(namesOf(['127.0.0.1', '::1']), 'loopback')).toBe('127.0.0.1');
});

test.each([
  ['named', '169.254.169.254'],
  ['named', '::ffff:169.254.169.254'],
  ['named', 'fe80::1%eth0'],
  ['named', '0.0.0.0'],
  ['loopback', '52.94.5.1'],
  ['loopback', '192.168.1.1'],
] as const)('a %s name that leads to %s is refused', async (kind, address) => {
  expect(await look(namesOf([address]), kind)).toContain('which the relay does not call');
  const beside = kind === 'named' ? '52.94.5.1' : '127.0.0.1';
  expect(await look(namesOf([beside, address]), kind)).toContain('which the relay does not call');
});

test('a name that leads to the network first and to this machine later is refused', async () => {
  const names = namesOf(['52.94.5.1'], ['127.0.0.1'], ['52.94.5.2']);
  expect(await look(names, 'named')).toBe('52.94.5.1');
  expect(await look(names, 'named')).toContain('by turns');
  expect(await look(names, 'named')).toBe('52.94.5.2');
});

test('a name without an address is refused', async () => {
  expect(await look(namesOf([]), 'named')).toContain('by turns');
});
