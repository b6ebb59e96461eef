import type { PanesLayout } from '../ui/pane-layout.ts';
import { defaultPanesLayout } from '../ui/pane-layout.ts';

/** The sizes of the panes as the settings keep them: numbers under names. */
export function toPanesLayout(stored: Readonly<Record<string, number>> | undefined): PanesLayout {
  if (stored === undefined) return defaultPanesLayout;
  return {
    left: stored['left'] ?? defaultPanesLayout.left,
    leftCollapsed: stored['leftCollapsed'] === 1,
    right: stored['right'] ?? defaultPanesLayout.right,
  };
}

export function fromPanesLayout(layout: PanesLayout): Record<string, number> {
  return { left: layout.left, leftCollapsed: layout.leftCollapsed ? 1 : 0, right: layout.right };
}
