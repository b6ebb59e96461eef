import { describe, expect, test } from 'vitest';
import { encodeBase64 } from '../base64.ts';
import { documentAt } from './document-at.ts';
import { findDocuments } from './find-documents.ts';

const base64 = (text: string): string => encodeBase64(new TextEncoder().encode(text));

/** The way to the document and the line and column in it, for a caret before `mark`. */
function at(text: string, mark: string): string | null {
  const found = documentAt(text, text.indexOf(mark));
  if (found === null) return null;
  const { address, caret } = found;
  return [
    ...address.map(({ path }) => path.join('.')),
    caret === null ? 'base64' : `${caret.line}:${caret.column}`,
  ].join(' ');
}

const message = '{"order":7,"note":"\\"é\\n"}';
const body = JSON.stringify({ Type: 'Notification', TopicArn: 't', Message: message });
const event = JSON.stringify({ n: 1.1, Records: [{ receiptHandle: 'r', body }] });

describe('the innermost document around a place is found, with the place in it', () => {
  test.each([
    ['the message inside of the record', event, 'order', 'Records.0.body Message 2:4'],
    ['behind escapes', event, 'note', 'Records.0.body Message 3:4'],
    ['the record around the message', event, 'Notification', 'Records.0.body 2:12'],
    ['the quote it begins with', '{"a":"[1]"}', '"[1]', 'a 1:1'],
    ['right behind its end', '{"a":"[1]"}', '}', 'a 3:2'],
    ['base64', `{"a":1,"b":"${base64('{"order":7}')}"}`, 'eyJ', 'b base64'],
    ['a text in several lines', JSON.stringify({ a: '{\n "x": 1,\n "y": 2\n}' }), 'y', 'a 3:3'],
    ['a string that holds none', event, '"r"', null],
    ['a name', event, 'body', null],
    ['a number', event, '1.1', null],
    ['what is no JSON', '{"a":"[1]"', '[1]', null],
    ['nothing', '', '', null],
  ])('%s', (...[, text, mark, expected]) => {
    expect(at(text, mark)).toBe(expected);
  });
});

test('each document that is listed is found at the place of its string', () => {
  for (const { address, start } of findDocuments(event).places) {
    if (address.length === 1) expect(documentAt(event, start + 1)?.address).toEqual(address);
  }
});
