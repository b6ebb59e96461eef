import { createStore, type StoreApi } from 'zustand/vanilla';

/** Whether more than one run was ordered and held back for a variable, and the values of the row it was for. */
export interface HeldBack {
  isHeld: boolean;
  values: ReadonlyMap<string, string> | undefined;
}

export type HeldBackStore = StoreApi<HeldBack>;

export const nothingHeld: HeldBack = { isHeld: false, values: undefined };

export function createHeldBack(): HeldBackStore {
  return createStore(() => nothingHeld);
}
