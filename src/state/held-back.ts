import { createStore, type StoreApi } from 'zustand/vanilla';

/** A payload of a series that can't be sent: a variable of it has no value. */
export class UnknownVariable extends RangeError {
  readonly values: ReadonlyMap<string, string> | undefined;

  constructor(values: ReadonlyMap<string, string> | undefined) {
    super('A variable of the payload has no value.');
    this.values = values;
  }
}

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
