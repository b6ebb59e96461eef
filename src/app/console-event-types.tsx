import { PaletteDialog } from '../features/palette/palette-dialog.tsx';
import type { PaletteEntry } from '../features/palette/filter-entries.ts';
import { eventTypeList } from '../documents/event-type-list.ts';
import type { DraftStore } from '../state/draft-types.ts';
import type { Draft } from '../state/types.ts';

export interface ConsoleEventTypesProps {
  drafts: DraftStore;
  draft: Draft;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What was typed while this was on its way. */
  takeEarlyKeys: () => string;
}

/** The AWS events that a payload can be meant to be, found by typing. */
export function ConsoleEventTypes({ drafts, draft, ...dialog }: ConsoleEventTypesProps) {
  const choose = (eventType: string | null) => (): void =>
    drafts.getState().actions.update(draft.id, { eventType });
  const chosen = (id: string | null): { unavailable?: string } =>
    draft.eventType === id ? { unavailable: 'It is chosen already.' } : {};
  const entries: PaletteEntry[] = [
    { id: 'any', group: 'Any JSON', label: 'No event type', run: choose(null), ...chosen(null) },
    ...eventTypeList.map(({ id, group, label }) => ({
      id,
      group: 'AWS events',
      label: `${group} · ${label}`,
      run: choose(id),
      ...chosen(id),
    })),
  ];
  return (
    <PaletteDialog
      {...dialog}
      title="Event type of the payload"
      placeholder="Search the events of AWS services"
      entries={entries}
    />
  );
}
