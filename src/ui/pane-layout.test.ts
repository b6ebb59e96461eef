import { expect, test } from 'vitest';
import { defaultPanesLayout, widthBounds, withPaneWidth } from './pane-layout.ts';

const widths = { total: 1200, left: 240, middle: 460, right: 484 };

test('a side pane leaves the middle one its least width', () => {
  expect(widthBounds('left', widths)).toEqual({ min: 176, max: 380 });
  expect(widthBounds('right', widths)).toEqual({ min: 288, max: 624 });
});

test('the left pane keeps its pixels, the right one its share', () => {
  expect(withPaneWidth(defaultPanesLayout, { pane: 'left', width: 300.4 }, widths).left).toBe(300);
  expect(withPaneWidth(defaultPanesLayout, { pane: 'right', width: 600 }, widths).right).toBe(0.5);
  expect(withPaneWidth(defaultPanesLayout, { pane: 'right', width: 5000 }, widths).right).toBe(0.52);
});

test('moved far below its least width the left pane folds, and comes back with a movement', () => {
  const folded = withPaneWidth(defaultPanesLayout, { pane: 'left', width: 90 }, widths);
  expect(folded).toEqual({ ...defaultPanesLayout, leftCollapsed: true });
  expect(withPaneWidth(folded, { pane: 'left', width: 100 }, widths)).toEqual({
    ...defaultPanesLayout,
    left: 176,
  });
});
