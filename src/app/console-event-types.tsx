import { PaletteDialog } from '../features/palette/palette-dialog.tsx';
import type { PaletteEntry } from '../features/palette/filter-entries.ts';
import { eventTypeList } from '../documents/event-type-list.ts';
import type { SearchDialogProps } from './workbench-dialogs.tsx';

/** The AWS events that a payload can be meant to be, found by typing. */
export function ConsoleEventTypes({ services, draft, open, onOpenChange, takeEarlyKeys }: SearchDialogProps) {
  const choose = (eventType: string | null) => (): void =>
    services.drafts.getState().actions.update(draft.id, { eventType });
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
      {...{ open, onOpenChange, takeEarlyKeys }}
      title="Event type of the payload"
      placeholder="Search the events of AWS services"
      entries={entries}
    />
  );
}
