/** Of each row of a grid or of results, in CSS pixels. */
export const gridRowHeight = 32;

/**
 * Of a result where it is a card, in CSS pixels: a line for what opens it, its number and outcome, and under it the
 * other columns, three a line. The sizes stand in results-table.css too.
 */
export function resultCardHeight(columns: number): number {
  return 40 + Math.ceil((columns - 2) / 3) * 38 + 8;
}
