import { describe, expect, test } from 'vitest';
import { createDraftStore } from './draft-store.ts';
import type { DraftActions, DraftState } from './draft-types.ts';
import { payload } from './state.fixture.ts';

function setUp() {
  let id = 0;
  const store = createDraftStore({
    randomUUID: () => `d${(id += 1)}`,
    initialFields: () => ({ functionName: 'hello' }),
  });
  const state = (): DraftState => store.getState();
  const actions: DraftActions = state().actions;
  return { store, state, actions, order: () => state().drafts.map((draft) => draft.id) };
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('tabs', () => {
  test('begin with one fresh draft', () => {
    const { state } = setUp();
    expect(state()).toMatchObject({ phase: 'ready', activeId: 'd1', closed: [] });
    expect(state().drafts).toMatchObject([
      {
        id: 'd1',
        functionName: 'hello',
        invocationType: 'RequestResponse',
        tailLog: true,
        retryMode: 'safe',
      },
    ]);
  });

  test('open beside the active one and become active', () => {
    const { actions, order, state } = setUp();
    expect(actions.open()).toBe('d2');
    actions.activate('d1');
    actions.open({ functionName: 'echo', payload: payload('{}') });
    expect(order()).toEqual(['d1', 'd3', 'd2']);
    expect(state().activeId).toBe('d3');
    expect(state().drafts[1]).toMatchObject({ functionName: 'echo', payloadRevision: 0 });
  });

  test('close to the neighbour, and come back where they were', () => {
    const { actions, order, state } = setUp();
    actions.open();
    actions.open();
    actions.activate('d2');
    actions.update('d2', { qualifier: 'live' });
    actions.close('d2');
    expect(order()).toEqual(['d1', 'd3']);
    expect(state().activeId).toBe('d3');
    expect(actions.undoClose()).toBe('d2');
    expect(order()).toEqual(['d1', 'd2', 'd3']);
    expect(state()).toMatchObject({ activeId: 'd2', closed: [] });
    expect(state().drafts[1]?.qualifier).toBe('live');
    expect(actions.undoClose()).toBeNull();
  });

  test('come back one by one, by name or the last first', () => {
    const { actions, order } = setUp();
    actions.open();
    actions.open();
    actions.close('d2');
    actions.close('d3');
    expect(actions.undoClose('d2')).toBe('d2');
    expect(actions.undoClose('d2')).toBeNull();
    expect(actions.undoClose()).toBe('d3');
    expect(order().toSorted()).toEqual(['d1', 'd2', 'd3']);
  });

  test('that are not active close without moving the user', () => {
    const { actions, state } = setUp();
    actions.open();
    actions.close('d1');
    expect(state().activeId).toBe('d2');
  });

  test('never run out: closing the last opens a fresh one', () => {
    const { actions, state } = setUp();
    actions.close('d1');
    expect(state().drafts).toMatchObject([{ id: 'd2', functionName: 'hello' }]);
    expect(state().activeId).toBe('d2');
  });

  test('are remembered for undo up to twenty', () => {
    const { actions, state } = setUp();
    for (let count = 0; count < 25; count += 1) actions.close(actions.open());
    expect(state().closed).toHaveLength(20);
  });

  test('move within what there is', () => {
    const { actions, order } = setUp();
    actions.open();
    actions.open();
    actions.move('d1', 1);
    expect(order()).toEqual(['d2', 'd1', 'd3']);
    actions.move('d1', 99);
    expect(order()).toEqual(['d2', 'd3', 'd1']);
    actions.move('d1', -5);
    expect(order()).toEqual(['d1', 'd2', 'd3']);
  });

  test('are renamed, duplicated without their run, and an empty name goes back to the function name', () => {
    const { actions, state } = setUp();
    actions.rename('d1', '  Refund ');
    actions.setLastRun('d1', 'run-1');
    expect(actions.duplicate('d1')).toBe('d2');
    expect(state().drafts).toMatchObject([
      { title: 'Refund', lastRunId: 'run-1' },
      { title: 'Refund', lastRunId: null },
    ]);
    actions.rename('d1', ' ');
    expect(state().drafts[0]?.title).toBeNull();
  });

  test('that are gone are not touched by late news', () => {
    const { actions, state } = setUp();
    const before = state().drafts;
    actions.update('gone', { qualifier: '1' });
    actions.activate('gone');
    actions.close('gone');
    actions.setPayloadText('gone', '1');
    expect(actions.duplicate('gone')).toBeNull();
    expect(state().drafts).toBe(before);
    expect(state().activeId).toBe('d1');
  });
});

describe('a payload', () => {
  test('follows the editor without telling it to reload', () => {
    const { actions, state } = setUp();
    actions.loadPayloadBytes('d1', bytes('\uFEFF{\r\n}'), 'event.json');
    expect(state().drafts[0]).toMatchObject({ title: 'event.json', payloadRevision: 1 });
    actions.setPayloadText('d1', '{\n\n}');
    expect(state().drafts[0]?.payload.bytes).toEqual(bytes('\uFEFF{\r\n\r\n}'));
    expect(state().drafts[0]?.payloadRevision).toBe(1);
    actions.replacePayloadText('d1', '{}');
    expect(state().drafts[0]).toMatchObject({ payloadRevision: 2, payload: { bom: true } });
  });

  test('keeps the title that a person gave when a file is loaded', () => {
    const { actions, state } = setUp();
    actions.rename('d1', 'Mine');
    actions.loadPayloadBytes('d1', bytes('1'), 'event.json');
    expect(state().drafts[0]?.title).toBe('Mine');
  });

  test('without bytes stays the last good one, and says so until it is corrected', () => {
    const { actions, state } = setUp();
    actions.setPayloadText('d1', 'good');
    expect(actions.setPayloadText('d1', 'bad\uD800')).toMatchObject({ ok: false, problem: { column: 4 } });
    expect(state().drafts[0]).toMatchObject({
      payloadProblem: { offset: 3 },
      payload: { bytes: bytes('good') },
    });
    actions.setPayloadText('d1', 'good');
    expect(state().drafts[0]?.payloadProblem).toBeNull();
  });

  test('says when mixed line ends were unified', () => {
    const { actions } = setUp();
    actions.loadPayloadBytes('d1', bytes('a\r\nb\nc\n'));
    expect(actions.setPayloadText('d1', 'a\nb\nc\nd')).toMatchObject({ ok: true, unified: true });
  });
});

test('what changes nothing changes no draft, so that nothing is stored again', () => {
  const { actions, state, store } = setUp();
  actions.update('d1', { caret: { line: 1, column: 2 }, qualifier: 'a' });
  store.subscribe(() => expect.unreachable('Nothing is told.'));
  // The lanes of a series are no drafts.
  actions.setLastRun('series-1', 'r1');
  const before = state().drafts;
  actions.update('d1', { caret: { line: 1, column: 2 }, qualifier: 'a' });
  actions.setPayloadText('d1', '');
  expect(state().drafts).toBe(before);
});

test('the client context has a revision of its own', () => {
  const { actions, state } = setUp();
  actions.update('d1', { clientContext: '{' });
  expect(state().drafts[0]).toMatchObject({ clientContext: '{', clientContextRevision: 0 });
  actions.replaceClientContext('d1', '{}');
  expect(state().drafts[0]).toMatchObject({
    clientContext: '{}',
    clientContextRevision: 1,
    payloadRevision: 0,
  });
});
