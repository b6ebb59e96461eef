import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createInvokeClient } from './client.ts';
import { createRequestQueue, requestsPerOrigin, type Release, type RequestQueue } from './queue.ts';
import { configured, deferred, playing, until } from './sending.fixture.ts';

const origin = 'https://lambda.us-west-2.amazonaws.com';
/** Waits for a place as a call does, whether there is one at once or not. */
const waitingFor =
  (queue: RequestQueue) =>
  async (...entering: Parameters<RequestQueue>) =>
    queue(...entering);
const idle = { signal: new AbortController().signal, onWait: () => undefined };

describe('the queue of an origin', () => {
  test('lets five in, and the others one by one in the order in which they came', async () => {
    const queue = waitingFor(createRequestQueue());
    const entered: number[] = [];
    const releases: Release[] = [];
    const entering = Array.from({ length: 9 }, (_, index) =>
      queue(origin, idle).then((release) => {
        entered.push(index);
        releases.push(release);
      }),
    );
    await Promise.all(entering.slice(0, requestsPerOrigin));
    expect(entered).toEqual([0, 1, 2, 3, 4]);
    releases[3]?.();
    releases[0]?.();
    await Promise.all(entering.slice(0, 7));
    expect(entered).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const release of releases) release();
    await Promise.all(entering);
    expect(entered).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('gives a place back once, however often that is said', async () => {
    const queue = waitingFor(createRequestQueue(1));
    const release = await queue(origin, idle);
    release();
    release();
    const second = await queue(origin, idle);
    let isThirdIn = false;
    const third = queue(origin, idle).then(() => {
      isThirdIn = true;
    });
    await Promise.resolve();
    expect(isThirdIn).toBe(false);
    second();
    await third;
  });

  test('does not let one origin wait for another', async () => {
    const queue = waitingFor(createRequestQueue(1));
    await queue(origin, idle);
    await queue('http://127.0.0.1:7412', idle);
  });

  test('says that one waits only to those who wait', async () => {
    const queue = waitingFor(createRequestQueue(1));
    const waits: string[] = [];
    const release = await queue(origin, { ...idle, onWait: () => waits.push('first') });
    const second = queue(origin, { ...idle, onWait: () => waits.push('second') });
    release();
    await second;
    expect(waits).toEqual(['second']);
  });

  test('never holds more than its limit nor loses a place, whoever leaves and gives up when', async () => {
    const step = fc.constantFrom('enter', 'release', 'abort' as const);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const queue = waitingFor(createRequestQueue(3));
        const held: Release[] = [];
        const waiting: AbortController[] = [];
        const settled: Promise<unknown>[] = [];
        for (const what of steps) {
          if (what === 'release') held.shift()?.();
          if (what === 'abort') waiting.pop()?.abort();
          if (what === 'enter') {
            const controller = new AbortController();
            waiting.push(controller);
            const entering = queue(origin, { signal: controller.signal, onWait: () => undefined });
            settled.push(entering.then((release) => held.push(release)).catch(() => undefined));
          }
          await new Promise((resolve) => setTimeout(resolve));
          expect(held.length).toBeLessThanOrEqual(3);
        }
        for (const controller of waiting) controller.abort();
        await Promise.all(settled);
        for (const release of held.splice(0)) release();
        const again = await Promise.all([1, 2, 3].map(() => queue(origin, idle)));
        expect(again).toHaveLength(3);
      }),
      { numRuns: 30 },
    );
  });
});

test('calls of several clients to one origin share its five places, and show that they wait', async () => {
  const gate = deferred();
  const { fetch, sent } = playing(async () => {
    await gate.promise;
    return new Response('{}');
  });
  const endpoint = 'https://shared.example';
  const waiting: number[] = [];
  const results = Array.from({ length: 7 }, (_, index) =>
    createInvokeClient(configured({ fetch, endpoint })).invoke(
      { functionName: `f${index}` },
      { onProgress: ({ phase }) => phase === 'queued' && waiting.push(index) },
    ),
  );
  await until(() => sent.length === 5 && waiting.length === 2);
  gate.resolve();
  expect((await Promise.all(results)).every(({ ok }) => ok)).toBe(true);
  expect(waiting).toEqual([5, 6]);
  const names = sent.map(({ url }) => /f\d/.exec(url)?.[0]);
  expect(names.slice(0, 5).toSorted()).toEqual(['f0', 'f1', 'f2', 'f3', 'f4']);
  expect(names.slice(5).toSorted()).toEqual(['f5', 'f6']);
});

test('a relay counts by its own origin, where the connections are', async () => {
  const gate = deferred();
  const { fetch, sent } = playing(async () => {
    await gate.promise;
    return new Response('{}');
  });
  const regions = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'eu-west-1', 'eu-west-2'];
  const results = regions.map((region) =>
    createInvokeClient(configured({ fetch, region, transportUrl: 'http://127.0.0.1:1/relay' })).invoke({
      functionName: 'f',
    }),
  );
  await until(() => sent.length === 5);
  gate.resolve();
  await Promise.all(results);
  expect(sent).toHaveLength(6);
});

test('a call that backs off gives its place to another', async () => {
  const endpoint = 'https://backing-off.example';
  const woken = deferred();
  let backingOff = 0;
  const sleep = () => {
    backingOff += 1;
    return woken.promise;
  };
  const first = Array.from({ length: 5 }, () => {
    const { fetch } = playing({ status: 429 }, { status: 200 });
    return createInvokeClient(configured({ fetch, endpoint, sleep })).invoke({ functionName: 'f' });
  });
  await until(() => backingOff === 5);
  const other = await createInvokeClient(configured({ endpoint, ...playing() })).invoke({
    functionName: 'other',
  });
  expect(other.ok).toBe(true);
  woken.resolve();
  expect((await Promise.all(first)).every(({ ok }) => ok)).toBe(true);
});

test('a provider that asks the same origin does not wait behind the calls that wait for it', async () => {
  const { fetch, sent } = playing();
  const guest = createInvokeClient(configured({ fetch }));
  const provide = async () => {
    await guest.invoke({ functionName: 'gives-credentials' });
    return { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret' };
  };
  const clients = Array.from({ length: requestsPerOrigin + 1 }, () =>
    createInvokeClient(configured({ fetch, credentials: provide })),
  );
  const results = await Promise.all(clients.map((client) => client.invoke({ functionName: 'f' })));
  expect(results.map(({ ok }) => ok)).toEqual(clients.map(() => true));
  expect(sent).toHaveLength(2 * clients.length);
});
