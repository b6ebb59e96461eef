import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { defaultPrices, type Prices } from '../documents/measure/cost.ts';
import { parseJson, type TextStorage } from './text-storage.ts';

export interface PriceState {
  prices: Prices;
  actions: {
    /** Prices below zero or over a thousand are none, and nothing changes. */
    set: (prices: Prices) => void;
    reset: () => void;
  };
}

export type PriceStore = StoreApi<PriceState>;

const priceKey = 'invoke-console.prices';

/** What a person pays for Lambda, kept on this device; the default prices until it is changed. */
export function createPriceStore(storage: TextStorage): PriceStore {
  return createStore<PriceState>((set) => ({
    prices: v.parse(schema, parseJson(storage.get(priceKey))),
    actions: {
      set(prices) {
        if (!v.is(pricesSchema, prices)) return;
        storage.set(priceKey, JSON.stringify(prices));
        set({ prices });
      },
      reset() {
        storage.remove(priceKey);
        set({ prices: defaultPrices });
      },
    },
  }));
}

const price = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1_000));
const pricesSchema = v.object({
  perMillionRequests: price,
  perGbSecond: v.object({ x86_64: price, arm64: price }),
});
const schema = v.fallback(pricesSchema, defaultPrices);
