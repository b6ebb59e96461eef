import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learnedDoubts } from './doubts.ts';
import { learnedSchema } from './learned-schema.ts';
import type { Learned } from './learned-types.ts';
import { nothingLearned, teach } from './teach.ts';

function learnedOf(payloads: readonly unknown[]): Learned {
  const learned = nothingLearned();
  for (const [index, payload] of payloads.entries()) {
    teach(learned, typeof payload === 'string' ? payload : `${' '.repeat(index)}${JSON.stringify(payload)}`);
  }
  return learned;
}

const orders = Array.from({ length: 6 }, (_none, index) => ({
  id: `ord_${index}`,
  total: index * 1.5,
  count: index,
  state: index % 2 ? 'paid' : 'open',
  items: [{ sku: 'a', ok: true }],
  ref: '0b9f1f0a-0000-4000-8000-00000000000' + index,
  note: index === 0 ? null : 'a note',
}));

const doubtsOf = (learned: Learned, text: string): string[] =>
  learnedDoubts(learned, text).map(({ message }) => message);

describe('doubts', () => {
  test('a name that was never seen, a kind that was always another', () => {
    const learned = learnedOf(orders);
    const text = '{"id": 7, "totl": 1, "items": [{"sku": "b", "ok": "yes"}], "note": null}';
    expect(learnedDoubts(learned, text)).toEqual([
      {
        message: 'This was always a text in 6 examples.',
        start: { offset: 7, line: 1, column: 8 },
        end: { offset: 8, line: 1, column: 9 },
      },
      expect.objectContaining({ message: '“totl” was never seen here in 6 examples.' }),
      expect.objectContaining({ message: 'This was always true or false in 6 examples.' }),
    ]);
  });

  test('none before five examples, none of what was sometimes another kind', () => {
    expect(doubtsOf(learnedOf(orders.slice(0, 4)), '{"x": 1}')).toEqual([]);
    expect(doubtsOf(learnedOf(orders), '{"note": "n"}')).toEqual([]);
  });

  test('none where more names were seen than are kept', () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_none, index) => [`k${index}`, index]));
    const learned = learnedOf(orders.map(() => many));
    expect(learned.shape.members.size).toBe(100);
    expect(doubtsOf(learned, '{"k149": 1, "new": 2}')).toEqual([]);
  });

  test('a text that is not finished is read as far as it goes', () => {
    expect(doubtsOf(learnedOf(orders), '{"id": "a", "xx')).toEqual([
      '“"xx” was never seen here in 6 examples.',
    ]);
    expect(doubtsOf(learnedOf(orders), '{"id": 1,, ]}')).toHaveLength(1);
  });

  test('any payload that taught is never doubted', () => {
    fc.assert(
      fc.property(fc.array(fc.json({ maxDepth: 5 }), { minLength: 6, maxLength: 12 }), (payloads) => {
        const learned = learnedOf(payloads);
        for (const payload of payloads) expect(doubtsOf(learned, payload)).toEqual([]);
      }),
    );
  });
});

describe('what is kept', () => {
  test('few short texts, and no long one, no secret and no value of a secret’s name', () => {
    const secret = 'AKIAIOSFODNN7EXAMPLE';
    const payloads = Array.from({ length: 6 }, (_none, index) => ({
      state: index % 2 ? 'paid' : 'open',
      key: secret,
      password: 'hunter2',
      session: { id: 'abc' },
      long: 'l'.repeat(41),
      [`x${secret}`]: 1,
      [secret]: 1,
      changing: `v${index * 2}`,
      index,
    }));
    const learned = learnedOf(payloads);
    const kept =
      JSON.stringify(learnedSchema(learned)) +
      JSON.stringify(learned, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
    expect(kept).toContain('"paid"');
    for (const text of [secret, 'hunter2', '"abc"', 'llll']) expect(kept).not.toContain(text);
  });

  test('is bounded, whatever comes', () => {
    const wide = (depth: number): unknown =>
      depth === 0
        ? 1
        : Object.fromEntries(Array.from({ length: 30 }, (_none, index) => [`k${index}`, wide(depth - 1)]));
    const learned = learnedOf([wide(3), '['.repeat(400) + ']'.repeat(400)]);
    const size = (shape: Learned['shape']): number =>
      1 +
      (shape.items ? size(shape.items) : 0) +
      [...shape.members.values()].reduce((sum, one) => sum + size(one), 0);
    expect(size(learned.shape)).toBeLessThanOrEqual(2_001);
  });

  test('a known secret is not kept, whatever it looks like', () => {
    const learned = nothingLearned();
    expect(teach(learned, '{"colour":"blue-7","shape":"round","blue-7":1}', ['blue-7'])).toBe(true);
    expect([...learned.shape.members.keys()]).toEqual(['colour', 'shape']);
    expect(learned.shape.members.get('colour')?.values).toBeNull();
    expect(learned.shape.members.get('shape')?.values).toEqual(['round']);
  });

  test('a payload teaches once; a large one, an empty one and no JSON teach nothing', () => {
    const learned = nothingLearned();
    expect(teach(learned, '{"a":1}')).toBe(true);
    expect(teach(learned, '{"a":1}')).toBe(false);
    expect(teach(learned, `"${'x'.repeat(300_000)}"`)).toBe(false);
    expect(teach(learned, ' ')).toBe(false);
    expect(teach(learned, '{')).toBe(false);
    expect(teach(learned, '{"a":{"b":1,"b":"x"}}')).toBe(false);
    expect(learned.shape.seen).toBe(1);
  });

  test('names that reach prototypes are names like any other', () => {
    const learned = learnedOf(
      Array.from({ length: 6 }, () => '{"__proto__": {"a": 1}, "constructor": 2}').map(
        (text, index) => text + ' '.repeat(index),
      ),
    );
    expect([...learned.shape.members.keys()]).toEqual(['__proto__', 'constructor']);
    expect(doubtsOf(learned, '{"toString": 1}')).toHaveLength(1);
  });
});

test('the schema proposes and describes, and demands nothing', () => {
  const schema = learnedSchema(learnedOf(orders));
  expect(schema).toMatchObject({
    properties: {
      id: { description: 'Seen in 6 of 6 examples. Always a text.' },
      count: { description: 'Seen in 6 of 6 examples. Always a whole number.' },
      ref: { description: 'Seen in 6 of 6 examples. Always a UUID.' },
      state: {
        description: 'Seen in 6 of 6 examples. Always a text. Such as “open”, “paid”.',
        examples: ['open', 'paid'],
      },
      note: { description: 'Seen in 6 of 6 examples. Was a text or null. Such as “a note”.' },
      items: {
        items: { properties: { ok: { description: 'Seen in 6 of 6 examples. Always true or false.' } } },
      },
    },
  });
  expect(JSON.stringify(schema)).not.toMatch(/"(?:type|required|additionalProperties|enum)":/);
});
