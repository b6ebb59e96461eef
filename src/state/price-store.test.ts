import { expect, test } from 'vitest';
import { defaultPrices } from '../documents/measure/cost.ts';
import { createPriceStore } from './price-store.ts';
import { textStorage } from './state.fixture.ts';

const own = { perMillionRequests: 0.25, perGbSecond: { x86_64: 0.00002, arm64: 0.000016 } };

test('prices of one’s own are remembered, and those that make no sense change nothing', () => {
  const storage = textStorage();
  const { actions } = createPriceStore(storage).getState();
  actions.set(own);
  actions.set({ ...own, perMillionRequests: -1 });
  expect(createPriceStore(storage).getState().prices).toEqual(own);
  actions.reset();
  expect(createPriceStore(storage).getState().prices).toEqual(defaultPrices);
});

test('prices that are damaged are the default ones', () => {
  const storage = textStorage();
  storage.set('invoke-console.prices', '{"perMillionRequests":"free"}');
  expect(createPriceStore(storage).getState().prices).toEqual(defaultPrices);
});
