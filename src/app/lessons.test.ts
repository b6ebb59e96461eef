import { describe, expect, it } from 'vitest';
import { maxLearnedBytes } from '../documents/learned/learned-types.ts';
import { createLessons } from './lessons.ts';

function lessons() {
  const taught: [string, readonly string[]][] = [];
  const due: (() => void)[] = [];
  const made = createLessons(
    (name, payloads) => {
      taught.push([name, payloads]);
      return Promise.resolve();
    },
    (look) => due.push(look),
  );
  const add = (name: string, text: string): void => made.add(name, new TextEncoder().encode(text));
  const pass = (): void => due.splice(0).forEach((look) => look());
  /** Until nothing waits any more. */
  const passAll = (): void => {
    while (due.length > 0) pass();
  };
  return { ...made, add, pass, passAll, taught, due };
}

describe('what runs teach', () => {
  it('is told together, function by function, a while after the first', () => {
    const { add, pass, passAll, taught, due } = lessons();
    add('orders', '{"a":1}');
    add('arn:aws:lambda:us-east-1:123456789012:function:orders:live', '{"a":2}');
    add('stock', '{"ä":"\u{1F600}"}');
    pass();
    expect([taught, due.length]).toEqual([[], 1]);
    pass();
    expect(taught).toEqual([
      ['orders', ['{"a":1}', '{"a":2}']],
      ['stock', ['{"ä":"\u{1F600}"}']],
    ]);
    add('orders', '{"a":3}');
    passAll();
    expect(taught.at(-1)).toEqual(['orders', ['{"a":3}']]);
  });

  it('is told before long while runs go on', () => {
    const { add, pass, taught } = lessons();
    for (let run = 0; run < 20 && taught.length === 0; run += 1) {
      add('orders', String(run));
      add('orders', String(-run));
      pass();
    }
    expect(taught).toHaveLength(1);
    expect(taught[0]?.[1]).toHaveLength(20);
  });

  it('is no more than one lesson can hold', () => {
    const { add, passAll, taught } = lessons();
    const half = `"${'x'.repeat(maxLearnedBytes / 2)}"`;
    for (const text of [half, half, '1']) add('orders', text);
    passAll();
    expect(taught).toEqual([['orders', [half, '1']]]);
  });

  it('is forgotten with what its function taught before', () => {
    const { add, drop, passAll, taught } = lessons();
    add('orders', '1');
    add('stock', '2');
    drop('orders');
    passAll();
    expect(taught).toEqual([['stock', ['2']]]);
    add('stock', '3');
    drop(null);
    passAll();
    expect(taught).toHaveLength(1);
  });
});
