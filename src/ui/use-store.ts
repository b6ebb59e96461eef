import { useSyncExternalStore } from 'react';

/** A vanilla store as zustand makes it; only reading matters here. */
export interface ReadableStore<State> {
  getState: () => State;
  subscribe: (listener: () => void) => () => void;
}

/** Reads a part of a store and renders again when it changes; `select` must give a stable value. */
export function useStore<State, Part>(store: ReadableStore<State>, select: (state: State) => Part): Part {
  const read = (): Part => select(store.getState());
  return useSyncExternalStore(store.subscribe, read, read);
}
