import { expect, test } from 'vitest';
import { newDraft } from '../../state/draft.ts';
import type { Draft } from '../../state/types.ts';
import { optionNotes } from './option-notes.ts';

const texts = (fields: Partial<Draft>): string[] =>
  optionNotes({ ...newDraft('d'), tailLog: false, ...fields }).map(({ text }) => text);

test('RequestResponse goes with everything', () => {
  expect(texts({ tailLog: true, stream: true, clientContext: '{}' })).toEqual([]);
});

test('a private draft says so with every type', () => {
  for (const invocationType of ['RequestResponse', 'Event', 'DryRun'] as const) {
    expect(texts({ invocationType, isPrivate: true })[0]).toContain('Private');
  }
});

test('the other types say what they do', () => {
  expect(texts({ invocationType: 'Event' })).toEqual([expect.stringContaining('Queues the event')]);
  expect(texts({ invocationType: 'DryRun' })).toEqual([expect.stringContaining('runs nothing')]);
});

test('a log tail is left out for both of them', () => {
  for (const invocationType of ['Event', 'DryRun'] as const) {
    expect(texts({ invocationType, tailLog: true })[1]).toContain('Tail log is left out');
  }
});

test('a streamed Event would not be sent, and a streamed DryRun would', () => {
  const notes = optionNotes({ ...newDraft('d'), invocationType: 'Event', stream: true, tailLog: false });
  expect(notes.map(({ tone }) => tone)).toEqual(['info', 'error']);
  expect(texts({ invocationType: 'DryRun', stream: true })).toHaveLength(1);
});

test('the client context of an Event does not reach the function', () => {
  expect(texts({ invocationType: 'Event', clientContext: '{"custom":{}}' })[1]).toContain('client context');
  expect(texts({ invocationType: 'Event', clientContext: ' \n' })).toHaveLength(1);
});
