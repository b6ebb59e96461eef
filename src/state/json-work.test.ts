import { describe, expect, onTestFinished, test } from 'vitest';
import { createJsonWork, type WorkerPort } from './json-work.ts';
import { payload } from './state.fixture.ts';

const workers: Worker[] = [];

/** The worker of the page itself. */
function realWorker(): WorkerPort {
  const url = new URL('../documents/json-jobs.worker.ts', import.meta.url);
  const worker = new Worker(url, { type: 'module' });
  workers.push(worker);
  onTestFinished(() => worker.terminate());
  return worker;
}

const noWorker = (): WorkerPort => {
  throw new Error('This test needs no worker');
};

const row = '{"b":1.50,"a":"\\u0041","a":12345678901234567890}';
const large = `[${Array.from({ length: 2000 }, () => row).join(',')}]`;

describe('a small text', () => {
  test('is looked at at once and without a worker', () => {
    const work = createJsonWork(noWorker);
    expect(work.knownProblems(payload('{"a":1}'))).toEqual([]);
    expect(work.knownProblems(payload('{"a":}'))).toMatchObject([{ line: 1, column: 6 }]);
  });

  test('that is empty or no text at all has no fault of JSON', () => {
    const work = createJsonWork(noWorker);
    expect(work.knownProblems(payload(' \n'))).toEqual([]);
    const bytes = new Uint8Array([0xff, 0xfe]);
    expect(work.knownProblems({ bytes, encoding: 'binary', bom: false, eol: 'none' })).toEqual([]);
  });

  test('is edited by its tokens', async () => {
    const work = createJsonWork(noWorker);
    expect(await work.edit('minify', ' [ 1.0 ] ')).toEqual({ ok: true, text: '[1.0]' });
    expect(await work.edit('sort-keys', '{"b":1,"a":2}')).toEqual({ ok: true, text: '{"a":2,"b":1}' });
    expect(await work.edit('format', '[1]')).toEqual({ ok: true, text: '[\n  1\n]' });
  });

  test('that is no JSON is not edited, and the first fault is said', async () => {
    const work = createJsonWork(noWorker);
    expect(await work.edit('format', '{"a":}')).toMatchObject({ ok: false, problem: { column: 6 } });
    expect(await work.edit('format', '')).toEqual({ ok: true, text: '' });
  });
});

describe('a large text', () => {
  test('is looked at in a worker once, and known from then on', async () => {
    const work = createJsonWork(realWorker);
    const document = payload(`${large.slice(0, -1)},]`);
    expect(work.knownProblems(document)).toBeUndefined();
    const [one, other] = await Promise.all([work.problems(document), work.problems(document)]);
    expect(one).toHaveLength(1);
    expect(other).toBe(one);
    expect(work.knownProblems(document)).toBe(one);
  });

  test('keeps every spelling when it is edited in the worker', async () => {
    const work = createJsonWork(realWorker);
    const edited = await work.edit('format', large);
    if (!edited.ok) throw new Error('It was not edited');
    expect(
      edited.text.startsWith('[\n  {\n    "b": 1.50,\n    "a": "\\u0041",\n    "a": 12345678901234567890\n'),
    ).toBe(true);
    expect(await work.edit('minify', edited.text)).toEqual({ ok: true, text: large });
  });

  test('starts one worker for all jobs', async () => {
    const before = workers.length;
    const work = createJsonWork(realWorker);
    await Promise.all([work.edit('format', large), work.edit('minify', large)]);
    expect(workers.length).toBe(before + 1);
  });
});

describe('where no worker can run', () => {
  test('a large text is done on the page', async () => {
    const work = createJsonWork(noWorker);
    expect(await work.problems(payload(large))).toEqual([]);
    expect((await work.edit('minify', large)).ok).toBe(true);
  });

  test('what a worker left undone is done on the page', async () => {
    let fail: (event: Event) => void = () => undefined;
    const dying: WorkerPort = {
      postMessage: () => undefined,
      addEventListener: (type: string, listener: (event: never) => void) => {
        if (type === 'error') fail = listener as (event: Event) => void;
      },
      terminate: () => undefined,
    };
    const work = createJsonWork(() => dying);
    const edited = work.edit('minify', large);
    fail(new Event('error'));
    expect(await edited).toEqual({ ok: true, text: large });
    expect((await work.edit('minify', large)).ok).toBe(true);
  });
});
