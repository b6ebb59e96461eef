import { describe, expect, test } from 'vitest';
import { openAnswer } from '../core/sending.fixture.ts';
import { farCall, farSetUp, holdPlaces, mark, opened } from './series-calls.fixture.ts';
import { keys } from './signing.fixture.ts';
import { answer, client, until } from './state.fixture.ts';

const failed = new TypeError('Failed to fetch');
const text = (bytes?: Uint8Array): string => new TextDecoder().decode(bytes);

describe('the calls of a long series', () => {
  test('are made in the worker, and tell their run what a call of the page tells', async () => {
    const set = farSetUp({ far: [{ status: 200, body: '"far"' }] });
    const { farSent, pageSent } = set;
    const { call, patches } = farCall();
    const { result, roundTripMs } = await (await opened(set)).make(call);
    if (!result.ok) throw new Error(result.error.message);
    expect(text(result.output.payload)).toBe('"far"');
    expect(result.attempts).toHaveLength(1);
    expect(roundTripMs).toBeGreaterThanOrEqual(0);
    expect([farSent.length, pageSent.length]).toEqual([1, 0]);
    expect(text(farSent[0]?.body)).toBe('{"a":1}');
    const run = Object.assign({}, ...patches);
    expect(run.marks.map(({ phase }: { phase: string }) => phase)).toEqual([
      'signing',
      'sending',
      'reading',
      'done',
    ]);
    // By the clock of the page: the mark can't be older than the press, nor younger than now.
    for (const { atMs } of run.marks) {
      expect(atMs).toBeGreaterThanOrEqual(-1);
      expect(atMs).toBeLessThanOrEqual(performance.now() - call.pressedMs + 1);
    }
    expect(run.prepared.headers.authorization).toContain('AKIA…');
    expect(JSON.stringify(run)).not.toContain(keys.accessKeyId);
  });

  test('of a short one are made by the page', () => {
    expect(farSetUp().open({ ...mark, runs: 99 })).toBeNull();
  });

  test('tell what happens while it happens, when they take their time', async () => {
    const answer = openAnswer();
    const set = farSetUp({ far: [() => answer.response] });
    const { call, patches } = farCall();
    const end = (await opened(set)).make(call);
    await until(() => expect(patches.at(-1)?.progress?.phase).toBe('reading'));
    answer.push('"slow"');
    answer.close();
    expect((await end).result.ok).toBe(true);
  });

  test('end when they are stopped, and say whether the function may have run', async () => {
    const set = farSetUp({ far: [{ hang: true }] });
    const { farSent } = set;
    const { call, controller } = farCall();
    const end = (await opened(set)).make(call);
    await until(() => expect(farSent).toHaveLength(1));
    controller.abort();
    expect((await end).result).toMatchObject({
      ok: false,
      error: { kind: 'aborted', mayHaveRun: 'unknown' },
    });
  });

  test('take their places in the queue that all requests of the page share', async () => {
    let sent = 0;
    const invoke = async () => {
      sent += 1;
      return answer();
    };
    const set = farSetUp({ farClient: client({ invoke }) });
    const origin = 'http://127.0.0.1:4901';
    const letGo = await holdPlaces(origin);
    const { call, patches } = farCall({ endpoint: origin });
    const calls = await opened(set);
    const end = calls.make(call);
    await until(() => expect(patches.at(-1)?.progress?.phase).toBe('queued'));
    expect(sent).toBe(0);
    letGo();
    expect((await end).result.ok).toBe(true);

    // Its own place is free again.
    const again = await Promise.all(
      Array.from({ length: 6 }, () => calls.make(farCall({ endpoint: origin }).call)),
    );
    expect(again.every(({ result }) => result.ok)).toBe(true);
    expect(sent).toBe(7);
  });

  test('that are stopped in the queue send nothing', async () => {
    const set = farSetUp();
    const { farSent, pageSent } = set;
    const origin = 'http://127.0.0.1:4902';
    const letGo = await holdPlaces(origin);
    const { call, patches, controller } = farCall({ endpoint: origin });
    const end = (await opened(set)).make(call);
    await until(() => expect(patches).not.toEqual([]));
    controller.abort();
    expect((await end).result).toMatchObject({ attempts: [], error: { kind: 'aborted', mayHaveRun: 'no' } });
    expect([...farSent, ...pageSent]).toEqual([]);
    letGo();
  });

  test('that are streams are made by the page', async () => {
    const set = farSetUp({ here: [{ status: 200, body: '' }] });
    const { farSent, pageSent } = set;
    await (await opened(set)).make(farCall({}, { stream: true }).call);
    expect([farSent.length, pageSent.length]).toEqual([0, 1]);
  });
});

describe('what the worker can not do', () => {
  test('the page does when the worker can not be started, and as long as it is not there', async () => {
    const noWorker = () => {
      throw new Error('barred');
    };
    const mute = () => ({
      postMessage: () => undefined,
      addEventListener: () => undefined,
      terminate: () => undefined,
    });
    for (const startWorker of [noWorker, mute]) {
      const { open, pageSent } = farSetUp({ startWorker });
      const calls = open(mark);
      expect((await calls?.make(farCall().call))?.result.ok).toBe(true);
      expect(pageSent).toHaveLength(1);
      calls?.close();
    }
  });

  test('the page does when the worker has no leave to reach the endpoint: nothing was sent there', async () => {
    const set = farSetUp({ far: [{ throw: failed }], isBarred: () => true });
    const { farSent, pageSent } = set;
    const calls = await opened(set);
    expect((await calls.make(farCall().call)).result.ok).toBe(true);
    expect((await calls.make(farCall().call)).result.ok).toBe(true);
    // The worker is not asked again.
    expect([farSent.length, pageSent.length]).toEqual([1, 2]);
  });

  test('is not done again after a lost connection: the function may have run', async () => {
    const barred: string[] = [];
    const isBarred = (origin: string) => barred.push(origin) === 0;
    const set = farSetUp({ far: [{ throw: failed }], isBarred });
    const { pageSent } = set;
    const { result } = await (
      await opened(set)
    ).make(farCall({ endpoint: 'http://127.0.0.1:4903/base' }).call);
    expect(result).toMatchObject({ ok: false, error: { kind: 'network', mayHaveRun: 'unknown' } });
    expect(pageSent).toEqual([]);
    expect(barred).toEqual(['http://127.0.0.1:4903']);
  });

  test('is not done again when the worker breaks down: what was under way may have run', async () => {
    const set = farSetUp({ far: [{ hang: true }] });
    const { farSent, pageSent, state } = set;
    const calls = await opened(set);
    const end = calls.make(farCall().call);
    await until(() => expect(farSent).toHaveLength(1));
    state.fail();
    expect((await end).result).toMatchObject({
      ok: false,
      error: { kind: 'bad-response', mayHaveRun: 'unknown' },
    });
    expect(pageSent).toEqual([]);
    expect((await calls.make(farCall().call)).result.ok).toBe(true);
    expect(pageSent).toHaveLength(1);
  });

  test('the page does when the worker breaks down before a call had its place', async () => {
    const set = farSetUp();
    const { farSent, pageSent, state } = set;
    const origin = 'http://127.0.0.1:4904';
    const letGo = await holdPlaces(origin);
    const { call, patches } = farCall({ endpoint: origin });
    const end = (await opened(set)).make(call);
    await until(() => expect(patches).not.toEqual([]));
    state.fail();
    letGo();
    expect((await end).result.ok).toBe(true);
    expect([farSent.length, pageSent.length]).toEqual([0, 1]);
  });
});
