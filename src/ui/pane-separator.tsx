import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { widthBounds } from './pane-layout.ts';
import type { PaneWidths, SidePane } from './pane-layout.ts';

interface PaneSeparatorProps {
  pane: SidePane;
  label: string;
  /** Id of that pane. */
  controls: string;
  /** Share of that pane in the whole width, in percent. */
  percent: number;
  measure: () => PaneWidths;
  /** While the pointer moves it. */
  onMove: (width: number, widths: PaneWidths) => void;
  /** Where the movement ended. */
  onSettle: (width: number, widths: PaneWidths) => void;
  onReset: () => void;
  /** Enter folds the pane away and back. */
  onToggle?: (() => void) | undefined;
}

/** A line that can be dragged, or moved with the arrow keys, Home and End; a double click resets it. */
export function PaneSeparator(props: PaneSeparatorProps) {
  const { pane, label, controls, percent, measure, onMove, onSettle, onReset } = props;
  const drag = useRef<{ x: number; widths: PaneWidths } | null>(null);
  const widthAt = (x: number, start: { x: number; widths: PaneWidths }) =>
    start.widths[pane] + (x - start.x) * direction(pane);

  function handlePointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, widths: measure() };
  }

  function handlePointerMove(event: PointerEvent) {
    if (drag.current) onMove(widthAt(event.clientX, drag.current), drag.current.widths);
  }

  function handlePointerEnd(event: PointerEvent) {
    const start = drag.current;
    drag.current = null;
    if (start && event.clientX !== start.x) onSettle(widthAt(event.clientX, start), start.widths);
  }

  return (
    // A separator that can be moved is a widget with a value (ARIA 1.2, focusable separator).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      className="panes-separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={percent}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onPointerDown={handlePointerDown}
      onPointerMove={handlePointerMove}
      onPointerUp={handlePointerEnd}
      onPointerCancel={handlePointerEnd}
      onDoubleClick={onReset}
      onKeyDown={(event) => handleKey(event, props)}
    />
  );
}

function handleKey(event: KeyboardEvent, { pane, measure, onSettle, onToggle }: PaneSeparatorProps) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter') {
    onToggle?.();
    return;
  }
  const widths = measure();
  const bounds = widthBounds(pane, widths);
  const step = (event.shiftKey ? 96 : 24) * direction(pane);
  const targets: Record<string, number> = {
    ArrowLeft: widths[pane] - step,
    ArrowRight: widths[pane] + step,
    Home: pane === 'left' ? bounds.min : bounds.max,
    End: pane === 'left' ? bounds.max : bounds.min,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  onSettle(target, widths);
}

/** Which way the pointer goes to widen a pane. */
function direction(pane: SidePane): 1 | -1 {
  return pane === 'left' ? 1 : -1;
}
