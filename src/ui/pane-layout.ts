export type PaneName = 'left' | 'middle' | 'right';

export const paneNames: readonly PaneName[] = ['left', 'middle', 'right'];

/** What the user wishes; the stylesheet keeps every pane usable whatever the wish (panes.css). */
export interface PanesLayout {
  /** Width of the left pane in CSS pixels. */
  left: number;
  leftCollapsed: boolean;
  /** Share of the right pane in the whole width, 0 to 1. */
  right: number;
}

export const defaultPanesLayout: PanesLayout = { left: 240, leftCollapsed: false, right: 0.41 };

/** A pane at the side: its border towards the middle can be moved. */
export type SidePane = 'left' | 'right';

/** Widths in CSS pixels, as they are on the screen when a movement begins. */
export interface PaneWidths {
  total: number;
  left: number;
  middle: number;
  right: number;
}

/** A side pane and the width it is to have, in CSS pixels. */
export interface PaneWish {
  pane: SidePane;
  width: number;
}

/** The layout after a movement; wished far below its least width the left pane folds away. */
export function withPaneWidth(
  layout: PanesLayout,
  { pane, width }: PaneWish,
  widths: PaneWidths,
): PanesLayout {
  if (pane === 'right')
    return { ...layout, right: clamp(width, widthBounds('right', widths)) / widths.total };
  if (width < collapseBelow) return { ...layout, leftCollapsed: true };
  return { ...layout, leftCollapsed: false, left: Math.round(clamp(width, widthBounds('left', widths))) };
}

/** A side pane may take from the middle one until that has its least width. */
export function widthBounds(pane: SidePane, widths: PaneWidths): { min: number; max: number } {
  const { min, max } = sideBounds[pane];
  return { min, max: Math.max(min, Math.min(max, widths[pane] + widths.middle - middleMin)) };
}

function clamp(width: number, { min, max }: { min: number; max: number }): number {
  return Math.min(Math.max(width, min), max);
}

// The same figures stand in panes.css.
const sideBounds = { left: { min: 176, max: 420 }, right: { min: 288, max: Infinity } };
const middleMin = 320;
const collapseBelow = 96;
