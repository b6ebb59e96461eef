import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeBase64 } from '../base64.ts';
import { deflate, inflate } from '../deflate.ts';
import { md5Hex } from '../md5.ts';
import { findDocuments } from './find-documents.ts';
import type { LensPlace } from './lens-types.ts';
import { openDocument } from './open-document.ts';
import { applyParts, writeDocument } from './write-document.ts';

const encoder = new TextEncoder();
const base64 = (text: string): string => encodeBase64(encoder.encode(text));
const gzipped = async (text: string): Promise<string> =>
  encodeBase64(await deflate(encoder.encode(text), 'gzip'));

function lastPlace(text: string): LensPlace {
  const place = findDocuments(text).places.at(-1);
  if (place === undefined) throw new Error('There is a document inside.');
  return place;
}

/** The text after an edit of its innermost document as it is shown. */
async function edited(text: string, edit: (shown: string) => string): Promise<string> {
  const { address } = lastPlace(text);
  const opened = await openDocument(text, address);
  if (!opened.ok || opened.value.text === null) throw new Error('It opens as text.');
  const { shown, layout } = opened.value.text;
  const written = await writeDocument({ text, address, shown: edit(shown), layout });
  if (!written.ok) throw new Error(written.problem.reason);
  return applyParts(text, written.value.parts);
}

describe('an edit changes its string alone', () => {
  test('numbers, duplicate keys, escapes and white space elsewhere stay byte for byte', async () => {
    const before = String.raw`{ "n":1.10, "n" : 1e400,"é":"\u00e9\/", "body":"{\"a\":1.0,\"b\":\"\\\/\"}","statusCode":200 }`;
    expect(await edited(before, (shown) => shown.replace('1.0', '12345678901234567890'))).toBe(
      before.replace(String.raw`\"a\":1.0`, String.raw`\"a\":12345678901234567890`),
    );
  });

  test('md5OfBody of the same record follows, at every depth', async () => {
    const message = (body: string) => ({ body, md5OfBody: md5Hex(encoder.encode(body)), receiptHandle: 'r' });
    const notice = (text: string) => JSON.stringify({ TopicArn: 't', Message: text });
    const event = (text: string) =>
      JSON.stringify({ Records: [message('first'), message(notice(text))] }, null, 2);
    const after = await edited(event('{"order":"é"}'), (shown) => shown.replace('é', 'ü😀'));
    expect(after).toBe(event('{"order":"ü😀"}'));
    const twice = (text: string) => JSON.stringify({ outer: event(text) });
    expect(await edited(twice('{"order":1}'), (shown) => shown.replace('1', '2'))).toBe(twice('{"order":2}'));
  });

  test('base64 keeps its alphabet', async () => {
    const url = (text: string) => base64(text).replaceAll('/', '_').replaceAll('+', '-').replace(/=+$/, '');
    const event = (data: string) => JSON.stringify({ Records: [{ kinesis: { data } }] });
    const after = await edited(event(url('{"a":"???>>>"}')), (shown) => shown.replace('"a"', '"ab"'));
    expect(after).toBe(event(url('{"ab":"???>>>"}')));
  });

  test('a batch of logs is compressed anew, and a message in it is a document of its own', async () => {
    const event = (data: string) => JSON.stringify({ awslogs: { data } });
    const before = event(await gzipped('{"logEvents":[{"message":"{}"}]}'));
    const after = await edited(before, (shown) => shown.replace('"{}"', '"[]"'));
    const { data } = (JSON.parse(after) as { awslogs: { data: string } }).awslogs;
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    const read = await inflate(bytes, 100, 'gzip');
    expect(read.ok && new TextDecoder().decode(read.bytes)).toBe('{"logEvents":[{"message":"[]"}]}');

    const outer = {
      address: [...lastPlace(before).address, { path: ['logEvents', 0, 'message'], base64: false }],
    };
    const written = await writeDocument({ text: before, ...outer, shown: '{"a":1}', layout: 'compact' });
    const inside = await openDocument(
      written.ok ? applyParts(before, written.value.parts) : '',
      outer.address,
    );
    expect(inside).toMatchObject({ ok: true, value: { text: { source: '{"a":1}' }, layers: [] } });
  });

  test('a byte order mark and line ends of the document stay', async () => {
    const event = (text: string) => JSON.stringify({ isBase64Encoded: true, body: base64(text) });
    const after = await edited(event('\uFEFFa\r\nb'), (shown) => `${shown.replaceAll('\r\n', '\n')}\nc`);
    expect(after).toBe(event('\uFEFFa\r\nb\r\nc'));
  });
});

describe('a text whose document was not edited', () => {
  const document = fc.oneof(
    fc.json(),
    fc.string({ unit: 'grapheme' }),
    fc.jsonValue().map((value) => JSON.stringify(value, null, 2)),
  );
  const holders = {
    sqs: (text: string) => ({ Records: [{ body: text, md5OfBody: 'stale', receiptHandle: '' }] }),
    sns: (text: string) => ({ Records: [{ Sns: { Message: text } }] }),
    body: (text: string) => ({ isBase64Encoded: true, body: base64(text) }),
    kinesis: (text: string) => ({ Records: [{ kinesis: { data: base64(text).replace(/=+$/, '') } }] }),
  };

  test.each(Object.entries(holders))('%s: stays the same to the letter', async (_name, holder) => {
    await fc.assert(
      fc.asyncProperty(document, fc.constantFrom(undefined, 1), async (text, indent) => {
        fc.pre(text !== '');
        const event = JSON.stringify(holder(text), null, indent).replaceAll('/', String.raw`\/`);
        expect(await edited(event, (shown) => shown)).toBe(event);
      }),
      { numRuns: 60 },
    );
  });

  test('compressed: the very token stays', async () => {
    const event = JSON.stringify({ awslogs: { data: await gzipped('{"a":[1.10]}') } });
    expect(await edited(event, (shown) => shown)).toBe(event);
  });

  test('an edit and its way back give the same text again', async () => {
    const event = String.raw`{"Records":[{"Sns":{"Message":"{\"a\": \"\u00e9\", \"b\": 1}"}}]}`;
    const there = await edited(event, (shown) => shown.replace('é', 'ö'));
    expect(there).not.toBe(event);
    expect(await edited(there, (shown) => shown.replace('ö', 'é'))).toBe(event);
  });
});

describe('what can’t be opened says why', () => {
  const step = (...path: (string | number)[]) => ({ path, base64: false });
  test.each([
    ['no JSON', '{"a":', [step('a')], { reason: 'no-json', level: 0 }],
    ['nothing there', '{"b":"{}"}', [step('a')], { reason: 'gone', level: 0 }],
    ['no string there', '{"a":{}}', [step('a')], { reason: 'gone', level: 0 }],
    ['no JSON on the way', '{"a":"{"}', [step('a'), step('b')], { reason: 'no-json', level: 1 }],
    [
      'bad base64',
      '{"isBase64Encoded":true,"body":"{}"}',
      [step('body')],
      { reason: 'bad-base64', level: 0 },
    ],
    ['no gzip', '{"awslogs":{"data":"e30="}}', [step('awslogs', 'data')], { reason: 'bad-gzip', level: 0 }],
    ['damaged gzip', '{"a":"H4sIAAAA"}', [{ path: ['a'], base64: true }], { reason: 'bad-gzip', level: 0 }],
    ['half a character', String.raw`{"a":"\ud800"}`, [step('a')], { reason: 'unwritable', level: 0 }],
  ] as const)('%s', async (...[, text, address, problem]) => {
    const opened = await openDocument(text, address);
    expect(opened).toMatchObject({ ok: false, problem });
    const written = await writeDocument({ text, address, shown: 'x', layout: 'as-is' });
    expect(written).toMatchObject({ ok: false, problem });
  });

  test('a bomb ends at 6 MB', async () => {
    const text = JSON.stringify({ awslogs: { data: await gzipped('0'.repeat(6_291_457)) } });
    expect(await openDocument(text, lastPlace(text).address)).toEqual({
      ok: false,
      problem: { reason: 'too-big', level: 0, maxBytes: 6_291_456 },
    });
  });

  test('bytes that are no text are shown and never written', async () => {
    const text = JSON.stringify({ isBase64Encoded: true, body: '/9j/4A==' });
    const { address } = lastPlace(text);
    const opened = await openDocument(text, address);
    expect(opened).toMatchObject({ ok: true, value: { text: null, layers: ['base64'] } });
    expect(opened.ok && Array.from(opened.value.bytes)).toEqual([0xff, 0xd8, 0xff, 0xe0]);
    const written = await writeDocument({ text, address, shown: 'x', layout: 'as-is' });
    expect(written).toMatchObject({ ok: false, problem: { reason: 'binary' } });
  });

  test('half a character that was typed is refused, because it has no bytes', async () => {
    const text = JSON.stringify({ isBase64Encoded: true, body: base64('a') });
    const { address } = lastPlace(text);
    const written = await writeDocument({ text, address, shown: '\ud800', layout: 'as-is' });
    expect(written).toMatchObject({ ok: false, problem: { reason: 'unwritable', problem: { line: 1 } } });
  });
});
