/** Of each row of a grid or of results, in CSS pixels. */
export const gridRowHeight = 32;
