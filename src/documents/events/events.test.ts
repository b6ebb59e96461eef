import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodedTexts } from './decoded-texts.fixture.ts';
import { sampleEvents } from './event-list.ts';
import type { EventPorts } from './event-maker.ts';
import { eventText } from './event-text.ts';
import type { SampleEvent } from './sample-event.ts';

const ports: EventPorts = { now: new Date('2026-03-14T09:26:53.589Z'), seed: 'events' };

function textOf(event: SampleEvent, texts: Record<string, string> = {}, from = ports): string {
  const made = eventText(event, texts, from);
  if (!made.ok) throw new Error([...made.problems].join('; '));
  return made.text;
}

const named = sampleEvents.map((event) => [`${event.service}, ${event.title}`, event] as const);

test('there are many, each with an id of its own and words for people', () => {
  expect(sampleEvents.length).toBeGreaterThanOrEqual(60);
  expect(new Set(sampleEvents.map(({ id }) => id)).size).toBe(sampleEvents.length);
  expect(new Set(named.map(([name]) => name)).size).toBe(sampleEvents.length);
  for (const { says } of sampleEvents) expect(says).toMatch(/^[A-Z].+\.$/);
});

test('events of one service stand together', () => {
  const services = sampleEvents.map(({ service }) => service);
  const runs = services.filter((service, index) => service !== services[index - 1]);
  expect(new Set(runs).size).toBe(runs.length);
});

test.each(named)(
  '%s: the same form, moment and seed make the same text, another seed other ids',
  (_name, event) => {
    expect(textOf(event)).toBe(textOf(event));
    const other = textOf(event, {}, { ...ports, seed: 'others' });
    const hasIds = !['iot-rule', 'iot-button', 'transfer-family', 'kafka-self-managed'].includes(event.id);
    expect(other === textOf(event)).toBe(!hasIds);
  },
);

/** Taken apart, so they are not found as a whole: http-parts.test.ts looks at them. */
const takenApart = new Set(['headers', 'responseHeaders', 'query', 'route', 'resource']);

const writable = sampleEvents.flatMap((event) =>
  Object.entries(event.fields)
    .filter(([name, { kind }]) => (kind === 'text' || kind === 'long') && !takenApart.has(name))
    .map(([name]) => [`${event.service}, ${event.title}: ${name}`, event, name] as const),
);

test.each(writable)(
  '%s: any text is in the event, or can be decoded out of it',
  async (_what, event, name) => {
    const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(anyText, async (typed) => {
        const texts = await decodedTexts(JSON.parse(textOf(event, { [name]: typed })));
        expect(texts.some((text) => text.includes(typed))).toBe(true);
      }),
      { numRuns: 12 },
    );
  },
);

const withJson = sampleEvents.flatMap((event) =>
  Object.entries(event.fields)
    .filter(([, { kind }]) => kind === 'json')
    .map(([name]) => [`${event.service}, ${event.title}: ${name}`, event, name] as const),
);

test.each(withJson)(
  '%s: numbers keep their spelling, and what is no JSON is said',
  async (_what, event, name) => {
    const texts = await decodedTexts({ event: textOf(event, { [name]: '{"n":1.50}' }) });
    expect(texts.some((text) => /"n":\s*1\.50\b/.test(text))).toBe(true);
    const made = eventText(event, { [name]: '{"n":1.50' }, ports);
    expect(made.ok ? '' : made.problems.get(name)).toMatch(/^Line 1, column \d+: /);
  },
);

describe('a number of records', () => {
  const counted = named.filter(([, { fields }]) => Object.hasOwn(fields, 'count'));

  test.each(counted)('%s: makes as many, none the same as another', (_name, event) => {
    const [one, five] = ['1', '5'].map(
      (count) => JSON.stringify(JSON.parse(textOf(event, { count }))).length,
    );
    expect(five).toBeGreaterThan(Number(one));
    const lists = listsOf(JSON.parse(textOf(event, { count: '5' })));
    const records = lists.find((list) => list.length === 5);
    if (event.id === 'cloudwatch-logs') return;
    expect(new Set(records?.map((record) => JSON.stringify(record))).size).toBe(5);
  });

  test.each(['0', '101', '1.5', '', 'many', '-1'])('%s is refused, and why', (count) => {
    const sqs = sampleEvents.find(({ id }) => id === 'sqs-several');
    const made = sqs && eventText(sqs, { count }, ports);
    expect(made?.ok === false && made.problems.get('count')).toBe('A whole number from 1 to 100.');
  });
});

function listsOf(value: unknown): unknown[][] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(Array.isArray(value) ? [value] : []), ...Object.values(value).flatMap(listsOf)];
}
