import { expect, test } from 'vitest';
import { encodeClientContext } from '../core/index.ts';
import { isJson } from './json-problems.ts';
import {
  clientContextBytes,
  clientContextLimitBytes,
  clientContextSchema,
  clientContextSkeleton,
  seenClientContext,
} from './client-context.ts';

test.each(['{}', '{"a":"ü"}', '{"custom":{"a":"😀"}}', clientContextSkeleton])(
  'the size of %j is that of its header',
  (text) => {
    expect(clientContextBytes(text)).toBe(encodeClientContext(text).length);
  },
);

test('white space alone is not sent', () => {
  expect(clientContextBytes(' \n')).toBe(0);
});

test('the skeleton is JSON, fits, and names what the schema knows', () => {
  expect(isJson(clientContextSkeleton)).toBe(true);
  expect(clientContextBytes(clientContextSkeleton)).toBeLessThan(clientContextLimitBytes / 4);
  const skeleton = JSON.parse(clientContextSkeleton) as Record<string, object>;
  const { properties } = clientContextSchema;
  expect(Object.keys(skeleton)).toEqual(Object.keys(properties));
  expect(Object.keys(skeleton['client'] ?? {})).toEqual(Object.keys(properties.client.properties));
  expect(Object.keys(skeleton['env'] ?? {})).toEqual(Object.keys(properties.env.properties));
});

test('members that some runtimes have no place for are named', () => {
  expect(seenClientContext('{"client":{},"tenant":"a","x":1}')?.lost).toEqual(['tenant', 'x']);
  expect(seenClientContext(clientContextSkeleton)?.lost).toEqual([]);
});

test('Node.js sees what JSON.parse makes of it', () => {
  expect(seenClientContext('{"a":1,"a":2.50}')?.inNode).toBe('{\n  "a": 2.5\n}');
});

test('nothing is seen of what is no JSON object', () => {
  for (const text of ['[1]', '{"a":', 'null', '"text"']) expect(seenClientContext(text)).toBeNull();
});
