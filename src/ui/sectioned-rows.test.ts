import { expect, test } from 'vitest';
import { rowsInSight, rowTop, sectionsHeight, sectionTop } from './sectioned-rows.ts';

const sizes = { headHeight: 30, rowHeight: 44 };
const list = {
  ...sizes,
  sections: [
    { first: 0, count: 2 },
    { first: 2, count: 3 },
  ],
};

test('each row begins where the one before ends', () => {
  expect([sectionTop(list, 0), rowTop(list, 0), rowTop(list, 1)]).toEqual([0, 30, 74]);
  expect(sectionTop(list, 1)).toBe(rowTop(list, 1) + 44);
  expect(rowTop(list, 2)).toBe(sectionTop(list, 1) + 30);
  expect(sectionsHeight(list)).toBe(rowTop(list, 4) + 44);
});

test('of fifty thousand rows only those near the sight are drawn, and the one with the focus', () => {
  const sections = Array.from({ length: 25 }, (_none, index) => ({ first: index * 2_000, count: 2_000 }));
  const many = { ...sizes, sections };
  const seen = rowsInSight(many, { scrollTop: rowTop(many, 30_000), height: 600, pinned: 7 });
  expect(seen.rows.length).toBeLessThan(60);
  expect(seen.rows).toContain(30_000);
  expect(seen.rows[0]).toBe(7);
  expect(seen.sections).toEqual([0, 14, 15]);
});

test('an empty list shows nothing, whatever was pinned', () => {
  const none = { ...sizes, sections: [] };
  expect(rowsInSight(none, { scrollTop: 0, height: 600, pinned: 0 })).toEqual({ sections: [], rows: [] });
});
