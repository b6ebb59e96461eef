import { expect, test } from 'vitest';
import { createDraftStore } from '../state/draft-store.ts';
import { putPayload } from './put-payload.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sample = { title: 'SQS, One message', bytes: bytes('{\n  "Records": []\n}'), eventType: 'sqs' };

function draftWith(text: string) {
  const drafts = createDraftStore({ randomUUID: () => crypto.randomUUID() });
  const { activeId, actions } = drafts.getState();
  actions.loadPayloadBytes(activeId, bytes(text));
  const payload = (): string =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(drafts.getState().drafts[0]?.payload.bytes);
  return { drafts, id: activeId, actions, payload };
}

test('a sample becomes the payload and says what it is meant to be', () => {
  const { drafts, id, payload } = draftWith('{"mine":1}');
  putPayload({ drafts }, id, sample);
  expect(payload()).toBe('{\n  "Records": []\n}');
  expect(drafts.getState().drafts[0]).toMatchObject({ eventType: 'sqs', title: null });
});

test.each([
  ['one line', '{"mine":1}'],
  ['line feeds', '{\n"mine":1\n}'],
  ['carriage returns', '{\r\n"mine":1\r\n}'],
  ['mixed line ends', '{\r\n"mine":1\n}\r'],
  ['a byte order mark', '\uFEFF{"mine":1}'],
])('undo in the editor brings a payload of %s back to the byte', (_what, before) => {
  const { drafts, id, actions, payload } = draftWith(before);
  putPayload({ drafts }, id, sample);
  const { eol } = { eol: before.includes('\r') ? '\r\n' : '\n' };
  actions.setPayloadText(id, before.replace('\uFEFF', '').replaceAll(/\r\n|\r|\n/g, eol));
  expect(payload()).toBe(before);
});

test('an edit of the sample is an edit of the sample', () => {
  const { drafts, id, actions, payload } = draftWith('{\r\n"mine":1\r\n}');
  putPayload({ drafts }, id, sample);
  actions.setPayloadText(id, '{\n  "Records": [1]\n}');
  expect(payload()).toBe('{\n  "Records": [1]\n}');
});

test('a draft that is gone takes nothing', () => {
  const { drafts, payload } = draftWith('{"mine":1}');
  putPayload({ drafts }, 'closed meanwhile', sample);
  expect(payload()).toBe('{"mine":1}');
});
