import { paneNames } from './pane-layout.ts';
import type { PaneName } from './pane-layout.ts';

/** The pane after (1) or before (-1) the one with the focus; the middle one when none has it. */
export function paneBeside(panes: Panes, step: 1 | -1): PaneName {
  const current = paneNames.findIndex((name) => panes(name)?.contains(document.activeElement));
  if (current === -1) return 'middle';
  for (let distance = 1; distance <= paneNames.length; distance += 1) {
    const name = paneNames[(current + step * distance + paneNames.length * 2) % paneNames.length] ?? 'middle';
    if (panes(name) !== null) return name;
  }
  return 'middle';
}

/** Gives the focus back to what had it last in a pane, or to its first control, or to the pane itself. */
export function focusPane(pane: HTMLElement, last: Element | null): void {
  const wanted = last?.matches('[aria-selected="false"]') ? selectedBeside(last) : last;
  const usable =
    wanted instanceof HTMLElement && pane.contains(wanted) && wanted.checkVisibility() ? wanted : null;
  (usable ?? firstFocusable(pane) ?? pane).focus();
}

/** Another tab has been chosen since. */
function selectedBeside(tab: Element): Element | null {
  return tab.parentElement?.querySelector('[aria-selected="true"]') ?? tab;
}

/** Looks a pane up; null while it is folded away. */
export type Panes = (name: PaneName) => HTMLElement | null;

function firstFocusable(pane: HTMLElement): HTMLElement | null {
  const candidates = pane.querySelectorAll<HTMLElement>(
    'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]',
  );
  return [...candidates].find((element) => element.tabIndex >= 0 && element.checkVisibility()) ?? null;
}
