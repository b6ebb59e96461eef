import type { KeyboardEvent } from 'react';

/** What a key means on a row of tabs. */
export type TabKey = { type: 'go' | 'move'; toIndex: number } | { type: 'close' } | { type: 'rename' };

export interface TabPlace {
  index: number;
  count: number;
}

/**
 * Arrows, Home and End choose; with Shift and Alt, arrows move the tab; Delete closes it and F2 names it. null for
 * every other key, and for those that a browser owns, such as Alt with an arrow.
 */
export function tabKey(event: KeyboardEvent, { index, count }: TabPlace): TabKey | null {
  const { key, shiftKey, altKey } = event;
  if (event.ctrlKey || event.metaKey || shiftKey !== altKey) return null;
  const step = steps[key];
  if (shiftKey) return step === undefined ? null : { type: 'move', toIndex: index + step };
  if (step !== undefined) return { type: 'go', toIndex: (index + step + count) % count };
  return plainKeys(count)[key] ?? null;
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };

const plainKeys = (count: number): Readonly<Record<string, TabKey>> => ({
  Home: { type: 'go', toIndex: 0 },
  End: { type: 'go', toIndex: count - 1 },
  Delete: { type: 'close' },
  F2: { type: 'rename' },
});
