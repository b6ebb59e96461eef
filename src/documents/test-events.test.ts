import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileCases } from '../../tests/hostile-cases.ts';
import { isJson } from './json-problems.ts';
import { anyPreset, preset } from './preset.fixture.ts';
import { parseTestEvents, testEventsName, testEventsText } from './test-events.ts';

/** As SAM writes it. */
const fromSam = `{"openapi":"3.0.0","info":{"version":"1.0.0","title":"Event"},"paths":{},
 "components":{"schemas":{"Event":{"type":"object"}},
  "examples":{"test1":{"value":{"key":12345678901234567890}},
   "test2":{"value":{"key":"number2"},"x-metadata":{"invocationType":"Event","by":"sam"},"summary":"s"}}}}`;

/** Python's json.dumps of what is in the registry after two events were put: this is byte for byte what SAM stores. */
const samDocument =
  '{"openapi": "3.0.0", "info": {"version": "1.0.0", "title": "Event", "x-owner": "team-a"}, "paths": {}, ' +
  '"components": {"schemas": {"Event": {"type": "object", "required": ["key"], "properties": {"key": {"type": "string"}, ' +
  '"authorization": {"type": "string"}, "n": {"type": "number", "maximum": 12345678901234567890}}}}, ' +
  '"examples": {"caf\\u00e9": {"value": {"key": "number1"}}, ' +
  '"test2": {"value": {"key": "number2"}, "x-metadata": {"invocationType": "Event"}}, "empty": {"summary": "none"}}}, ' +
  '"x-team": 1.0}';

/** What `sam remote test-event get` gives: the value of the example with this name. */
function getAsSam(text: string, name: string): unknown {
  const { components } = JSON.parse(text) as {
    components: { examples: Record<string, { value?: unknown; 'x-metadata'?: { invocationType: string } }> };
  };
  const { value, 'x-metadata': metadata } = components.examples[name] ?? {};
  return { value, invocationType: metadata?.invocationType ?? 'RequestResponse' };
}

/** What `sam remote test-event put --force` stores: the example anew, all else as it was. */
function putAsSam(text: string, name: string, value: unknown): string {
  const schema = JSON.parse(text) as { components: { examples: Record<string, unknown> } };
  schema.components.examples[name] = { value, 'x-metadata': { invocationType: 'RequestResponse' } };
  return JSON.stringify(schema);
}

describe('a document that SAM stored', () => {
  const read = parseTestEvents(samDocument, '_orders-schema.json');
  const presets = read?.ok ? read.presets : [];
  const { text } = testEventsText(presets);

  test('becomes one preset an event that has a value', () => {
    expect(presets.map(({ name, request }) => [name, request.invocationType, request.payload])).toEqual([
      ['café', 'RequestResponse', '{"key": "number1"}'],
      ['test2', 'Event', '{"key": "number2"}'],
    ]);
  });

  test('comes back with its schemas and all that others wrote, number for number', () => {
    const schemas = /"schemas": (\{.*?\}\}\}\}), "examples"/.exec(samDocument)?.[1] ?? 'none';
    expect(text).toContain(`"schemas": ${schemas}`);
    expect(text).toContain('"info": {"version": "1.0.0", "title": "Event", "x-owner": "team-a"}');
    expect(text).toContain('"x-team": 1.0');
    expect(text).toContain('"empty": {"summary": "none"}');
  });

  test('is read by SAM as it reads its own, also each event alone', () => {
    expect(getAsSam(text, 'test2')).toEqual({ value: { key: 'number2' }, invocationType: 'Event' });
    const alone = testEventsText(presets.slice(1)).text;
    expect(getAsSam(alone, 'test2')).toEqual({ value: { key: 'number2' }, invocationType: 'Event' });
    expect(alone).toContain('"x-owner": "team-a"');
  });

  test('goes back and forth without growing, also when SAM has put an event between', () => {
    const again = parseTestEvents(text, '_orders-schema.json');
    expect(testEventsText(again?.ok ? again.presets : []).text).toBe(text);
    const put = parseTestEvents(putAsSam(text, 'test3', { a: [1] }), '_orders-schema.json');
    const names = put?.ok ? put.presets.map(({ name, request }) => [name, request.invocationType]) : [];
    expect(names).toEqual([
      ['café', 'RequestResponse'],
      ['test2', 'Event'],
      ['test3', 'RequestResponse'],
    ]);
  });

  test('brings no credential in what stands around the events', () => {
    const hostile = samDocument.replace(
      '"x-owner": "team-a"',
      '"secretAccessKey": "wJalr", "__proto__": {"a": 1}',
    );
    const parsed = parseTestEvents(hostile);
    expect(parsed).toMatchObject({ ok: true, dropped: ['info.secretAccessKey', 'info.__proto__'] });
    expect(JSON.stringify(parsed)).not.toContain('wJalr');
  });

  test('is not made with an event larger than SAM takes', () => {
    const large = preset({
      name: 'large',
      request: { ...preset().request, payload: `"${'é'.repeat(3_072_000)}"` },
    });
    expect(testEventsText([large]).leftOut).toEqual(['large']);
  });
});

describe('shareable test events', () => {
  test('of SAM become presets of the function that the document is named after', () => {
    expect(parseTestEvents(fromSam, '_orders-schema.json')).toMatchObject({
      ok: true,
      dropped: [],
      presets: [
        {
          name: 'test1',
          request: {
            functionName: 'orders',
            invocationType: 'RequestResponse',
            payload: '{"key":12345678901234567890}',
          },
        },
        { name: 'test2', request: { invocationType: 'Event', payload: '{"key":"number2"}' } },
      ],
    });
  });

  test('come out of the answer of describe-schema too', () => {
    const answer = JSON.stringify({ Content: fromSam, SchemaName: '_orders-schema', Type: 'OpenApi3' });
    const parsed = parseTestEvents(answer);
    expect(parsed?.ok && parsed.presets.map(({ request }) => request.functionName)).toEqual([
      'orders',
      'orders',
    ]);
  });

  test('keep what others put beside an event', () => {
    const parsed = parseTestEvents(fromSam);
    const document: unknown = JSON.parse(testEventsText(parsed?.ok ? parsed.presets : []).text);
    expect(document).toMatchObject({
      openapi: '3.0.0',
      components: {
        examples: {
          test1: { 'x-metadata': { invocationType: 'RequestResponse' } },
          test2: {
            value: { key: 'number2' },
            'x-metadata': { invocationType: 'Event', by: 'sam' },
            summary: 's',
          },
        },
      },
    });
  });

  test('bring presets back as they were, payloads byte for byte', () => {
    const payload = fc.json().map((text) => ({ payload: text.trim(), payloadEncoding: 'utf8' as const }));
    fc.assert(
      fc.property(fc.array(fc.tuple(anyPreset, payload), { maxLength: 3 }), (pairs) => {
        const presets = pairs.map(([one, body]) => ({ ...one, request: { ...one.request, ...body } }));
        const held = presets.filter(({ request }) => request.invocationType !== 'DryRun');
        const { text, leftOut } = testEventsText(presets);
        expect(parseTestEvents(text)).toEqual({ ok: true, presets: held, dropped: [] });
        expect(leftOut).toHaveLength(presets.length - held.length);
      }),
      { numRuns: 50 },
    );
  }, 20_000);

  test('have names that OpenAPI takes, each once, and leave out what is no event', () => {
    const one = preset({ name: 'Über limit!' });
    const broken = preset({ name: 'broken', request: { ...preset().request, payload: '{' } });
    const { text, leftOut } = testEventsText([one, one, broken]);
    expect([...text.matchAll(/^ {6}"([^"]+)"/gm)].map(([, key]) => key)).toEqual([
      'ber-limit',
      'ber-limit-2',
    ]);
    expect(leftOut).toEqual(['broken']);
    expect(testEventsName('123456789012:function:orders')).toBe('_orders-schema');
  });

  test('drop credentials beside an event, never in it', () => {
    const text =
      '{"components":{"examples":{"__proto__":{"value":{"authorization":"a"},"x-invoke-console":{"sessionToken":"t"}}}}}';
    expect(parseTestEvents(text)).toMatchObject({
      ok: true,
      dropped: ['__proto__.x-invoke-console.sessionToken'],
      presets: [{ name: '__proto__', request: { payload: '{"authorization":"a"}' } }],
    });
  });

  test.each([
    '{"components":{}}',
    '{"components":{"examples":{"a":{"b":1}}}}',
    '[]',
    '"x"',
    '{"Records":[]}',
  ])('are not seen in %s, which is an event', (text) => {
    expect(parseTestEvents(text)).toBeNull();
  });

  test.each(['..', 'a b', 'x'.repeat(300)])('of a function %s are refused whole', (name) => {
    expect(parseTestEvents(fromSam, `_${name}-schema`)).toMatchObject({
      ok: false,
      problem: { code: 'shape' },
    });
  });

  test.each(hostileCases('json').map((one) => [one.id, one.input] as const))(
    'hostile %s pollutes nothing',
    (_id, input) => {
      if (input.length < 100_000) {
        const text = `{"components":{"examples":{"a":{"value":1,"x-invoke-console":${isJson(input) ? input : '0'}}}}}`;
        expect(typeof parseTestEvents(text)?.ok).toBe('boolean');
        expect(JSON.stringify(parseTestEvents(text))).not.toMatch(/EXAMPLEKEY|AKIA|"readOnly"/);
      }
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    },
  );
});
