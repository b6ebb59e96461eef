import type { SeriesKind } from '../state/series-board.ts';
import type { MenuEntry } from '../ui/menu.tsx';
import type { Action, Actions, ActionTools } from './actions.ts';
import { keymap } from './keymap.ts';

type WayName = SeriesKind | 'variables';

/** Opens the window of each way to run more than once. Nothing is sent by that. */
export function wayActions({ services: { ways } }: ActionTools): Pick<Actions, WayName> {
  const way = (open: WayName): Action => ({ run: () => ways.setState({ open }) });
  return {
    variants: way('variants'),
    compare: way('compare'),
    measure: way('measure'),
    variables: way('variables'),
  };
}

/** The same as entries of the menu beside Invoke. */
export function wayEntries(actions: Actions): MenuEntry[] {
  return labels.map(([id, label]) => ({
    id,
    label,
    shortcut: keymap[id] ?? undefined,
    onSelect: actions[id].run,
  }));
}

const labels = [
  ['variants', 'Variants…'],
  ['compare', 'Compare targets…'],
  ['measure', 'Measure…'],
] as const;
