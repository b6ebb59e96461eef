import { describe, expect, test } from 'vitest';
import { createInvokeClient } from './client.ts';
import type { CallOptions, InvokeClientConfig, Progress } from './client-types.ts';
import { configured, noSleep, openAnswer, playing, until, type Step } from './sending.fixture.ts';
import { invokeComplete, payloadChunk } from './stream-events.fixture.ts';
import type { Attempt, InvokeInput, StreamEvent } from './types.ts';

const streamHeaders = { 'content-type': 'application/vnd.amazon.eventstream', 'x-amzn-requestid': 'id-1' };
const whole = (): Step => ({
  status: 200,
  headers: streamHeaders,
  body: joined(payloadChunk('hello'), invokeComplete()),
});

describe('a streamed invoke', () => {
  test('is sent when it is iterated, and only once', async () => {
    const { fetch, sent } = playing(whole());
    const events = createInvokeClient(configured({ fetch })).invokeWithResponseStream({ functionName: 'f' });
    expect(sent).toEqual([]);
    expect(await typesOf(events)).toEqual(['start', 'chunk', 'complete']);
    expect(await typesOf(events)).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  test('tells its phases and its one attempt', async () => {
    const phases: string[] = [];
    const attempts: Attempt[] = [];
    await stream({
      steps: [whole()],
      options: {
        onProgress: ({ phase }) => phases.push(phase),
        onAttempt: (attempt) => attempts.push(attempt),
      },
    });
    expect(phases).toEqual(['signing', 'sending', 'reading', 'done']);
    expect(attempts).toMatchObject([{ number: 1, statusCode: 200 }]);
  });

  test('gives the milliseconds since the send with each chunk', async () => {
    let now = 0;
    const answer = openAnswer(200, streamHeaders);
    const { fetch } = playing(() => answer.response);
    const client = createInvokeClient(configured({ fetch, now: () => new Date(now) }));
    const events = client.invokeWithResponseStream({ functionName: 'f' })[Symbol.asyncIterator]();
    await events.next();
    now = 250;
    answer.pushBytes(payloadChunk('x'));
    expect(await events.next()).toMatchObject({ value: { type: 'chunk', atMs: 250 } });
    await events.return?.();
  });

  test('is sent again after throttling, and never once it has begun', async () => {
    const throttled: Step = { status: 429, errortype: 'TooManyRequestsException' };
    const again = await stream({ steps: [throttled, whole()] });
    expect(again.events.map(({ type }) => type)).toEqual(['start', 'chunk', 'complete']);
    expect(again.sent).toHaveLength(2);

    const broken = await stream({
      steps: [
        () => {
          const answer = openAnswer(200, streamHeaders);
          answer.pushBytes(payloadChunk('hello'));
          queueMicrotask(answer.breakOff);
          return answer.response;
        },
      ],
      config: { retry: { mode: 'standard' } },
    });
    expect(broken.events.at(-1)).toMatchObject({
      type: 'error',
      error: { kind: 'network', mayHaveRun: 'yes', statusCode: 200, requestId: 'id-1' },
    });
    expect(broken.sent).toHaveLength(1);
  });

  test('gives every refusal as its only event', async () => {
    const invalid = await stream({
      steps: [],
      input: { functionName: 'f', invocationType: 'Event', durableExecutionName: 'x' },
    });
    expect(invalid.events).toMatchObject([
      {
        type: 'error',
        error: {
          kind: 'invalid-input',
          problems: [{ field: 'invocationType' }, { field: 'durableExecutionName' }],
        },
      },
    ]);
    expect(invalid.sent).toEqual([]);
    const denied = await stream({ steps: [{ status: 403, errortype: 'AccessDeniedException' }] });
    expect(denied.events).toMatchObject([
      { type: 'error', error: { kind: 'access-denied', mayHaveRun: 'no' } },
    ]);
    const portal = await stream({
      steps: [{ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' }],
    });
    expect(portal.events).toMatchObject([{ type: 'error', error: { kind: 'bad-response' } }]);
  });
});

describe('leaving a stream early', () => {
  test('aborts the fetch, lets go of the body and gives the place back', async () => {
    const answer = openAnswer(200, streamHeaders);
    answer.pushBytes(payloadChunk('hello'));
    const { fetch, sent } = playing(() => answer.response);
    const phases: string[] = [];
    const onProgress = ({ phase }: Progress) => phases.push(phase);
    for await (const event of createInvokeClient(configured({ fetch })).invokeWithResponseStream(
      { functionName: 'f' },
      { onProgress },
    )) {
      if (event.type === 'chunk') break;
    }
    expect(sent[0]?.signal.aborted).toBe(true);
    await until(() => answer.state.isCancelled);
    expect(phases.at(-1)).toBe('done');
  });

  test.each(['sending', 'reading'])('ends it while an event is awaited: %s', async (phase) => {
    const { fetch, sent } = playing(
      phase === 'sending' ? { hang: true } : () => openAnswer(200, streamHeaders).response,
    );
    const events = createInvokeClient(configured({ fetch }))
      .invokeWithResponseStream({ functionName: 'f' })
      [Symbol.asyncIterator]();
    if (phase === 'reading') await events.next();
    const awaited = events.next();
    await until(() => sent.length === 1);
    await events.return?.();
    expect(await awaited).toMatchObject({ value: { type: 'error', error: { kind: 'aborted' } } });
    expect(sent[0]?.signal.aborted).toBe(true);
  });

  test('before it was begun sends nothing', async () => {
    const { fetch, sent } = playing(whole());
    const events = createInvokeClient(configured({ fetch }))
      .invokeWithResponseStream({ functionName: 'f' })
      [Symbol.asyncIterator]();
    await events.return?.();
    expect(await events.next()).toMatchObject({ done: true });
    expect(sent).toEqual([]);
  });
});

test('an abort keeps what came and says that the function has run', async () => {
  const controller = new AbortController();
  const answer = openAnswer(200, streamHeaders);
  answer.pushBytes(payloadChunk('hello'));
  const events: StreamEvent[] = [];
  const { fetch } = playing(() => answer.response);
  const client = createInvokeClient(configured({ fetch }));
  for await (const event of client.invokeWithResponseStream(
    { functionName: 'f' },
    { signal: controller.signal },
  )) {
    events.push(event);
    if (event.type === 'chunk') controller.abort();
  }
  expect(events).toMatchObject([
    { type: 'start' },
    { type: 'chunk' },
    { type: 'error', error: { kind: 'aborted', mayHaveRun: 'yes' } },
  ]);
});

interface Scene {
  steps: Step[];
  input?: InvokeInput;
  config?: Partial<InvokeClientConfig>;
  options?: CallOptions;
}

async function stream({ steps, input = { functionName: 'f' }, config, options }: Scene) {
  const { fetch, sent } = playing(...steps);
  const client = createInvokeClient(configured({ fetch, sleep: noSleep().sleep, ...config }));
  const events: StreamEvent[] = [];
  for await (const event of client.invokeWithResponseStream(input, options)) events.push(event);
  return { events, sent };
}

async function typesOf(events: AsyncIterable<StreamEvent>): Promise<string[]> {
  const types: string[] = [];
  for await (const { type } of events) types.push(type);
  return types;
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
