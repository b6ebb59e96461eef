import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonTree } from './json-tree.ts';
import { none, readJsonTree } from './json-tree-data.ts';

function treeOf(text: string, limit?: number): JsonTree {
  const data = readJsonTree(text, limit);
  if (data === null) throw new Error('no JSON');
  return new JsonTree(text, data);
}

const all = (tree: JsonTree): number[] => Array.from({ length: tree.count }, (_none, node) => node);

describe('a tree of values', () => {
  test('has each value once, in order, with its key, place and path', () => {
    const tree = treeOf('{ "a" : [1, {"odd key":null}], "b":"x,:y", "a":{} }');
    expect(all(tree).map((node) => [tree.path(node), tree.kind(node), tree.source(node)])).toEqual([
      ['$', 'object', '{ "a" : [1, {"odd key":null}], "b":"x,:y", "a":{} }'],
      ['$.a', 'array', '[1, {"odd key":null}]'],
      ['$.a[0]', 'number', '1'],
      ['$.a[1]', 'object', '{"odd key":null}'],
      ['$.a[1]["odd key"]', 'keyword', 'null'],
      ['$.b', 'string', '"x,:y"'],
      ['$.a', 'object', '{}'],
    ]);
    expect(all(tree).map((node) => tree.childCount(node))).toEqual([3, 2, 0, 1, 0, 0, 0]);
    expect(all(tree).map((node) => tree.depth(node))).toEqual([0, 1, 2, 2, 3, 1, 1]);
    expect(all(tree).map((node) => tree.next(node))).toEqual([7, 5, 3, 5, 5, 6, 7]);
    expect(tree.parent(0)).toBe(none);
  });

  test('keeps the spelling of numbers and the names that every object has', () => {
    const tree = treeOf('{"__proto__":{"polluted":true},"n":12345678901234567890,"f":1e400,"z":-0,"d":1.10}');
    expect(tree.key(1)).toBe('__proto__');
    expect([3, 4, 5, 6].map((node) => tree.source(node))).toEqual([
      '12345678901234567890',
      '1e400',
      '-0',
      '1.10',
    ]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('reads keys with escapes, and strings that look like keys in arrays', () => {
    const tree = treeOf(String.raw`{"a\"b":1,"list":["x","y"]}`);
    expect(tree.path(1)).toBe(String.raw`$["a\"b"]`);
    expect(all(tree).map((node) => tree.key(node))).toEqual([null, 'a"b', 'list', null, null]);
  });

  test.each(['', '{"a":', '{a:1}', '\uFEFF{}', '1 2'])('%j has none', (text) => {
    expect(readJsonTree(text)).toBeNull();
  });

  test.each(['null', ' "text" ', '-1.5e3'])('%j is a tree of one value', (text) => {
    const tree = treeOf(text);
    expect(tree.count).toBe(1);
    expect(tree.source(0)).toBe(text.trim());
  });

  test('goes 100,000 levels deep without a stack', () => {
    const depth = 100_000;
    const tree = treeOf('['.repeat(depth) + ']'.repeat(depth));
    expect(tree.count).toBe(depth);
    expect(tree.depth(depth - 1)).toBe(depth - 1);
    expect(tree.next(0)).toBe(depth);
    expect(tree.path(depth - 1)).toBe(`$${'[0]'.repeat(depth - 1)}`);
  });

  test('is cut where it would hold too many values, and says so', () => {
    const tree = treeOf('{"a":[1,2,[3]],"b":4}', 4);
    expect([tree.count, tree.isCut]).toEqual([4, true]);
    expect(all(tree).map((node) => tree.next(node))).toEqual([4, 4, 3, 4]);
    expect(treeOf('[1]', 2).isCut).toBe(false);
  });
});

test('the values of any JSON, read at their places, are those that JSON.parse finds', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      const tree = treeOf(JSON.stringify(value, null, indent));
      const found: unknown[] = all(tree).map((node) => JSON.parse(tree.source(node)) as unknown);
      expect(found).toEqual(valuesOf(JSON.parse(JSON.stringify(value))));
    }),
  );
});

/** Every value of a document, in the order of its text. */
function valuesOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return [value, ...Object.values(value).flatMap(valuesOf)];
}
