import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SeriesKind } from './series-board.ts';

/** More ways to run than Invoke: their windows and what goes on in them come with late code (late-ways.tsx). */
export type WayStore = StoreApi<{
  /** Whose window is open. */
  open: SeriesKind | 'variables' | null;
  /** The title of the page while a series is under way. */
  title: string | null;
}>;

export function createWays(): WayStore {
  return createStore(() => ({ open: null, title: null }));
}
