import { describe, expect, test } from 'vitest';
import { enterQueue } from '../core/index.ts';
import { openAnswer } from '../core/sending.fixture.ts';
import { farCall, farSetUp, keys, mark, opened } from './series-calls.fixture.ts';
import { answer, client, deferred, until } from './state.fixture.ts';

const failed = new TypeError('Failed to fetch');
const text = (bytes?: Uint8Array): string => new TextDecoder().decode(bytes);

describe('the calls of a long series', () => {
  test('are made in the worker, and tell their run what a call of the page tells', async () => {
    const { open, farSent, pageSent } = farSetUp({ far: [{ status: 200, body: '"far"' }] });
    const { call, patches } = farCall();
    const { result, roundTripMs } = await opened(open).make(call);
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
    expect(farSetUp().open({ ...mark, runs: 49 })).toBeNull();
  });

  test('tell what happens while it happens, when they take their time', async () => {
    const answer = openAnswer();
    const { open } = farSetUp({ far: [() => answer.response] });
    const { call, patches } = farCall();
    const end = opened(open).make(call);
    await until(() => expect(patches.at(-1)?.progress?.phase).toBe('reading'));
    answer.push('"slow"');
    answer.close();
    expect((await end).result.ok).toBe(true);
  });

  test('end when they are stopped, and say whether the function may have run', async () => {
    const { open, farSent } = farSetUp({ far: [{ hang: true }] });
    const { call, controller } = farCall();
    const end = opened(open).make(call);
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
    const { open } = farSetUp({ farClient: client({ invoke }) });
    const origin = 'http://127.0.0.1:4901';
    const others = await Promise.all(
      Array.from({ length: 5 }, async () =>
        enterQueue(origin, { signal: undefined, onWait: () => undefined }),
      ),
    );
    const { call, patches } = farCall({ endpoint: origin });
    const calls = opened(open);
    const end = calls.make(call);
    await until(() => expect(patches.at(-1)?.progress?.phase).toBe('queued'));
    expect(sent).toBe(0);
    others[0]?.();
    expect((await end).result.ok).toBe(true);
    others.forEach((release) => release());

    // Its own place is free again.
    const again = await Promise.all(
      Array.from({ length: 6 }, () => calls.make(farCall({ endpoint: origin }).call)),
    );
    expect(again.every(({ result }) => result.ok)).toBe(true);
    expect(sent).toBe(7);
  });

  test('that are stopped in the queue send nothing', async () => {
    const { open, farSent, pageSent } = farSetUp();
    const origin = 'http://127.0.0.1:4902';
    const others = await Promise.all(
      Array.from({ length: 5 }, async () =>
        enterQueue(origin, { signal: undefined, onWait: () => undefined }),
      ),
    );
    const { call, patches, controller } = farCall({ endpoint: origin });
    const end = opened(open).make(call);
    await until(() => expect(patches).not.toEqual([]));
    controller.abort();
    expect((await end).result).toMatchObject({ attempts: [], error: { kind: 'aborted', mayHaveRun: 'no' } });
    expect([...farSent, ...pageSent]).toEqual([]);
    others.forEach((release) => release());
  });

  test('that are streams are made by the page', async () => {
    const { open, farSent, pageSent } = farSetUp({ here: [{ status: 200, body: '' }] });
    await opened(open).make(farCall({}, { stream: true }).call);
    expect([farSent.length, pageSent.length]).toEqual([0, 1]);
  });
});

describe('credentials', () => {
  const role = {
    type: 'role',
    roleArn: 'arn:aws:iam::123456789012:role/deploy',
    sessionName: 'console',
    externalId: '',
    mfaSerial: '',
    durationSeconds: null,
  } as const;

  test('that are made anew are made by the page, and asked for by the worker', async () => {
    let made = 0;
    const exchange = async () => {
      made += 1;
      return {
        accessKeyId: `ASIA${made}`,
        secretAccessKey: 'made',
        expiration: new Date(Date.now() + 3_600_000),
      };
    };
    const { open, farSent } = farSetUp({ exchange });
    const calls = opened(open);
    await calls.make(farCall({ signing: role }).call);
    await calls.make(farCall({ signing: role }).call);
    expect(made).toBe(1);
    expect(farSent.map(({ headers }) => headers['authorization']?.includes('Credential=ASIA1/'))).toEqual([
      true,
      true,
    ]);
  });

  test('that can not be had fail the run with the reason, and nothing is sent', async () => {
    const { open, farSent, pageSent } = farSetUp({
      exchange: () => Promise.reject(new Error('No session today')),
    });
    const { result } = await opened(open).make(farCall({ signing: role }).call);
    expect(result).toMatchObject({ ok: false, error: { kind: 'credentials', mayHaveRun: 'no' } });
    expect(result.ok ? '' : result.error.message).toContain('No session today');
    expect([...farSent, ...pageSent]).toEqual([]);
  });

  test('that were replaced are forgotten by the worker, and sign nothing more', async () => {
    const { open, credentials, said, farSent } = farSetUp();
    const calls = opened(open);
    await calls.make(farCall().call);
    credentials.set('c1', { accessKeyId: 'AKIAOTHER', secretAccessKey: 'other' });
    expect(said.at(-1)).toMatchObject({ type: 'forget' });
    await calls.make(farCall().call);
    expect(
      farSent.map(({ headers }) => /Credential=([^/]*)/.exec(headers['authorization'] ?? '')?.[1]),
    ).toEqual([keys.accessKeyId, 'AKIAOTHER']);
  });

  test('are gone with the worker when the series is over', async () => {
    const { open, state } = farSetUp();
    const calls = opened(open);
    await calls.make(farCall().call);
    calls.close();
    expect(state.terminated).toBe(1);
  });
});

describe('what the worker can not do', () => {
  test('the page does when the worker can not be started, or takes too long to start', async () => {
    const noWorker = () => {
      throw new Error('barred');
    };
    const mute = () => ({
      postMessage: () => undefined,
      addEventListener: () => undefined,
      terminate: () => undefined,
    });
    for (const given of [{ startWorker: noWorker }, { startWorker: mute, sleep: async () => undefined }]) {
      const { open, pageSent } = farSetUp(given);
      const calls = opened(open);
      expect((await calls.make(farCall().call)).result.ok).toBe(true);
      expect(pageSent).toHaveLength(1);
      calls.close();
    }
  });

  test('the page does when the worker has no leave to reach the endpoint: nothing was sent there', async () => {
    const { open, farSent, pageSent } = farSetUp({ far: [{ throw: failed }], isBarred: () => true });
    const calls = opened(open);
    expect((await calls.make(farCall().call)).result.ok).toBe(true);
    expect((await calls.make(farCall().call)).result.ok).toBe(true);
    // The worker is not asked again.
    expect([farSent.length, pageSent.length]).toEqual([1, 2]);
  });

  test('is not done again after a lost connection: the function may have run', async () => {
    const barred: string[] = [];
    const isBarred = (origin: string) => barred.push(origin) === 0;
    const { open, pageSent } = farSetUp({ far: [{ throw: failed }], isBarred });
    const { result } = await opened(open).make(farCall({ endpoint: 'http://127.0.0.1:4903/base' }).call);
    expect(result).toMatchObject({ ok: false, error: { kind: 'network', mayHaveRun: 'unknown' } });
    expect(pageSent).toEqual([]);
    expect(barred).toEqual(['http://127.0.0.1:4903']);
  });

  test('is not done again when the worker breaks down: what was under way may have run', async () => {
    const { open, farSent, pageSent, state } = farSetUp({ far: [{ hang: true }] });
    const calls = opened(open);
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

  test('a call that waits for its worker does not outlive the stop of its run', async () => {
    const start = deferred<undefined>();
    const mute = () => ({
      postMessage: () => undefined,
      addEventListener: () => undefined,
      terminate: () => undefined,
    });
    const { open, pageSent } = farSetUp({ startWorker: mute, sleep: () => start.promise });
    const { call, controller } = farCall();
    const end = opened(open).make(call);
    controller.abort();
    start.resolve(undefined);
    expect((await end).result).toMatchObject({ ok: false, error: { kind: 'aborted', mayHaveRun: 'no' } });
    expect(pageSent).toEqual([]);
  });
});
