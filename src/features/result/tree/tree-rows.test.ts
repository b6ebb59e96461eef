import { describe, expect, test } from 'vitest';
import { JsonTree } from '../../../documents/json-tree.ts';
import { readJsonTree } from '../../../documents/json-tree-data.ts';
import { treeMove, type TreePosition } from './tree-keys.ts';
import { allOpen, initiallyOpen, onlyRootOpen, rowOf, visibleNodes, withOpen } from './tree-rows.ts';

function treeOf(text: string): JsonTree {
  const data = readJsonTree(text);
  if (data === null) throw new Error('no JSON');
  return new JsonTree(text, data);
}

/** Nodes: 0 root, 1 a, 2 b, 3 b.c, 4 b.c[0], 5 d, 6 d.e */
const tree = treeOf('{"a":1,"b":{"c":[true]},"d":{"e":null}}');
const rows = (open: Uint8Array): number[] => [...visibleNodes(tree, open)];

describe('the rows of a tree', () => {
  test('are those whose containers are all unfolded', () => {
    expect(rows(onlyRootOpen(tree))).toEqual([0, 1, 2, 5]);
    expect(rows(withOpen(onlyRootOpen(tree), 2, true))).toEqual([0, 1, 2, 3, 5]);
    expect(rows(allOpen(tree))).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(rows(new Uint8Array(7))).toEqual([0]);
  });

  test('begin with as many levels as a screen can take, and one in any case', () => {
    expect(rows(initiallyOpen(tree))).toHaveLength(7);
    expect(rows(initiallyOpen(tree, 6))).toEqual([0, 1, 2, 3, 5, 6]);
    const wide = treeOf(`[${'[1],'.repeat(500)}0]`);
    expect(visibleNodes(wide, initiallyOpen(wide))).toHaveLength(502);
  });

  test('are found by their value, or by the one that it is folded into', () => {
    const open = visibleNodes(tree, onlyRootOpen(tree));
    expect([0, 1, 2, 5].map((node) => rowOf(open, node))).toEqual([0, 1, 2, 3]);
    expect(rowOf(open, 4)).toBe(2);
  });

  test('of 100,000 levels need no stack', () => {
    const deep = treeOf('['.repeat(100_000) + ']'.repeat(100_000));
    expect(visibleNodes(deep, allOpen(deep))).toHaveLength(100_000);
    expect(visibleNodes(deep, initiallyOpen(deep)).length).toBeLessThanOrEqual(101);
  });
});

describe('a key', () => {
  const press = (key: string, selected: number, open = onlyRootOpen(tree)) => {
    const position: TreePosition = { tree, open, rows: visibleNodes(tree, open), selected, pageRows: 2 };
    const move = treeMove(key, position);
    return move === null ? null : 'open' in move ? rows(move.open) : move.selected;
  };

  test.each([
    ['ArrowDown', 1, 2],
    ['ArrowDown', 5, 5],
    ['ArrowUp', 5, 2],
    ['ArrowUp', 0, 0],
    ['PageDown', 0, 2],
    ['PageUp', 5, 1],
    ['Home', 5, 0],
    ['End', 0, 5],
    ['ArrowLeft', 2, 0],
    ['ArrowRight', 1, 1],
    ['d', 0, 5],
    ['a', 5, 1],
  ])('%s on value %i goes to %i', (key, from, to) => {
    expect(press(key, from)).toBe(to);
  });

  test('unfolds and folds', () => {
    expect(press('ArrowRight', 2)).toEqual([0, 1, 2, 3, 5]);
    expect(press('ArrowRight', 2, allOpen(tree))).toBe(3);
    expect(press('ArrowLeft', 2, allOpen(tree))).toEqual([0, 1, 2, 5, 6]);
    expect(press('Enter', 0)).toEqual([0]);
    expect(press(' ', 5)).toEqual([0, 1, 2, 5, 6]);
    expect(press('*', 2)).toEqual([0, 1, 2, 3, 5, 6]);
  });

  test('that is not the tree’s is left alone', () => {
    expect(press('Tab', 0)).toBeNull();
    expect(press('z', 0)).toBeNull();
  });
});
