import { expect, test } from 'vitest';
import { functionFacts } from './function-facts.ts';

const words = (configuration: Parameters<typeof functionFacts>[0]): string =>
  functionFacts(configuration)
    .map(({ text }) => text)
    .join(' · ');

test('a function’s settings stand in one line', () => {
  const settings = {
    runtime: 'nodejs22.x',
    memorySize: 512,
    timeout: 10,
    logFormat: 'JSON',
    isDurable: true,
  };
  expect(
    words({
      ...settings,
      tenantIsolationMode: 'PER_TENANT',
      state: 'Active',
      lastUpdateStatus: 'Successful',
    }),
  ).toBe('nodejs22.x · 512 MB · time-out 10 s · JSON log · durable · isolates tenants');
});

test('a container image has no runtime to name', () => {
  expect(words({ packageType: 'Image', isDurable: false })).toBe('container image');
});

test.each([
  ['Pending', 'being created'],
  ['Inactive', 'inactive'],
  ['Failed', 'failed'],
])('state %s is said, with what it means', (state, text) => {
  const [fact] = functionFacts({ state, isDurable: false });
  expect(fact).toMatchObject({ text });
  expect(fact?.title).toContain(`State ${state}`);
});

test('an update under way or failed is said', () => {
  expect(words({ state: 'Active', lastUpdateStatus: 'InProgress', isDurable: false })).toBe('being updated');
  expect(words({ state: 'Active', lastUpdateStatus: 'Failed', isDurable: false })).toBe('last update failed');
});

test('what may keep a function from running comes before what a narrow line may cut', () => {
  expect(words({ runtime: 'nodejs22.x', lastUpdateStatus: 'InProgress', isDurable: true })).toBe(
    'being updated · nodejs22.x · durable',
  );
});

test('a state that is not known yet says nothing', () => {
  expect(words({ state: 'Toasted', lastUpdateStatus: 'Unheard', isDurable: false })).toBe('');
});
