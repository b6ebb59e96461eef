import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import malformed from '../../tests/vectors/eventstream-malformed.json';
import responses from '../../tests/vectors/invoke-responses.json';
import { decodeBase64 } from './decode-base64.ts';
import { concatBytes, encodeFrame, invokeComplete, payloadChunk } from './stream-events.fixture.ts';
import type { AnswerHead } from './response-error.ts';
import { createStreamReader } from './stream-events.ts';
import type { StreamEvent } from './types.ts';

const head: AnswerHead = { statusCode: 200, headers: { 'x-amzn-requestid': 'r1' }, asked: {} };

function readAll(pieces: readonly Uint8Array[], from = head): StreamEvent[] {
  const reader = createStreamReader(from);
  return [...pieces.flatMap((piece, index) => reader.push(piece, index)), ...reader.end()];
}

function piecesOf(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, index) => bytes.slice(index * size, (index + 1) * size));
}

/** The text of all chunks, through one decoder, and the code of the error. */
function summary(events: readonly StreamEvent[]): { text: string; error: string | undefined } {
  const decoder = new TextDecoder();
  const parts = events.map((event) =>
    event.type === 'chunk' ? decoder.decode(event.bytes, { stream: true }) : '',
  );
  const last = events.at(-1);
  return {
    text: parts.join('') + decoder.decode(),
    error: last?.type === 'error' ? last.error.code : undefined,
  };
}

describe('streams of the response vectors', () => {
  const streams = responses.filter((item) => item.expected.output?.events);

  it.each(streams.map((item) => [item.name, item] as const))('%s', (_name, item) => {
    const bytes = decodeBase64(item.response.bodyBase64 ?? '') ?? new Uint8Array(0);
    const from = {
      statusCode: item.response.status,
      headers: item.response.headers as Record<string, string>,
      asked: {},
    };
    const { start } = createStreamReader(from);
    expect(start).toMatchObject({
      type: 'start',
      statusCode: 200,
      executedVersion: '$LATEST',
      requestId: item.expected.output?.requestId,
    });
    const events = readAll(piecesOf(bytes, item.response.deliveredInPiecesOf ?? bytes.length), from);
    const expected = item.expected.output?.events ?? [];
    const seen = events.flatMap((event): object[] => {
      if (event.type === 'chunk')
        return [{ PayloadChunk: { payloadBase64: btoa(String.fromCharCode(...event.bytes)) } }];
      if (event.type !== 'complete') return [];
      const { errorCode: ErrorCode, errorDetails: ErrorDetails, logResult } = event;
      return [
        {
          InvokeComplete: JSON.parse(
            JSON.stringify({ ErrorCode, ErrorDetails, LogResult: logResult?.base64 }),
          ) as object,
        },
      ];
    });
    expect(seen).toEqual(expected);
    expect(summary(events).error).toBe(item.expected.output?.streamError?.name);
  });

  it('a modelled exception gives the message of its document, an error frame its own', () => {
    const exception = encodeFrame(
      { ':message-type': 'exception', ':exception-type': 'ServiceException' },
      '{"Message":"broke"}',
    );
    const error = encodeFrame({
      ':message-type': 'error',
      ':error-code': 'InternalError',
      ':error-message': 'stream died',
    });
    const expected = { statusCode: 200, requestId: 'r1', mayHaveRun: 'yes', kind: 'service' };
    expect(readAll([exception])).toEqual([
      {
        type: 'error',
        error: expect.objectContaining({ ...expected, code: 'ServiceException', message: 'broke' }),
      },
    ]);
    expect(readAll([error])).toEqual([
      {
        type: 'error',
        error: expect.objectContaining({ ...expected, code: 'InternalError', message: 'stream died' }),
      },
    ]);
  });

  it('a DryRun answers 204 and streams nothing', () => {
    expect(readAll([], { ...head, statusCode: 204 })).toEqual([]);
  });
});

describe('damaged streams', () => {
  it.each(malformed.cases.map((item) => [item.id, item] as const))('%s', (_id, item) => {
    const bytes = item.bytesBase64
      ? (decodeBase64(item.bytesBase64) ?? new Uint8Array(0))
      : concatBytes(...Array.from({ length: 10_000 }, () => payloadChunk('x')), invokeComplete());
    const events = readAll([bytes]);
    const { text, error } = summary(events);
    const [shown = '', count] = item.expect.shownText.replace(' (or hex view)', '').split('*');
    expect(text).toBe(shown.repeat(Number(count ?? 1)));
    const last = events.at(-1);
    if (item.expect.error === 'FUNCTION_ERROR') {
      expect(last).toMatchObject({
        type: 'complete',
        errorCode: expect.any(String),
        logResult: { invalid: true },
      });
    } else {
      expect(error).toBe(item.expect.error ?? undefined);
      if (last?.type === 'error')
        expect(last.error).toMatchObject({ kind: 'bad-response', mayHaveRun: 'yes' });
    }
  });

  it('are told apart from one that only ends without InvokeComplete', () => {
    expect(summary(readAll([payloadChunk('a')]))).toEqual({ text: 'a', error: 'INCOMPLETE' });
    expect(summary(readAll([]))).toEqual({ text: '', error: 'INCOMPLETE' });
  });

  it('give one error, and nothing after it', () => {
    const reader = createStreamReader(head);
    const good = payloadChunk('a');
    const events = [
      ...reader.push(Uint8Array.of(...good, 0, 0, 0, 0, ...good, ...good), 0),
      ...reader.push(good, 1),
      ...reader.end(),
    ];
    expect(events.map((event) => event.type)).toEqual(['chunk', 'error']);
    expect(reader.isFinished()).toBe(true);
  });

  it('have words of their own for each fault', () => {
    const messages = malformed.cases.flatMap((item) => {
      const last = item.bytesBase64
        ? readAll([decodeBase64(item.bytesBase64) ?? new Uint8Array(0)]).at(-1)
        : undefined;
      return last?.type === 'error' ? [`${last.error.code}: ${last.error.message}`] : [];
    });
    expect(new Set(messages.map((text) => text.split(':')[0])).size).toBe(new Set(messages).size);
  });
});

describe('InvokeComplete', () => {
  it('ends the stream: bytes after it are ignored', () => {
    expect(readAll([invokeComplete(), payloadChunk('late'), Uint8Array.of(1, 2, 3)])).toEqual([
      { type: 'complete' },
    ]);
  });

  it.each([
    ['null members', { ErrorCode: null, ErrorDetails: null, LogResult: null }, {}],
    ['empty members', { ErrorCode: '', ErrorDetails: '', LogResult: '' }, {}],
    [
      'details that are a document',
      { ErrorCode: 'Unhandled', ErrorDetails: { errorType: 'E' } },
      { errorCode: 'Unhandled', errorDetails: '{"errorType":"E"}' },
    ],
    ['members of other types', { ErrorCode: 5, ErrorDetails: 6, LogResult: 7 }, {}],
  ])('may have %s', (_name, document, members) => {
    expect(readAll([invokeComplete(document)])).toEqual([{ type: 'complete', ...members }]);
  });

  it('may be empty, and must else be a JSON object', () => {
    const complete = (payload: string) =>
      encodeFrame({ ':message-type': 'event', ':event-type': 'InvokeComplete' }, payload);
    expect(readAll([complete('')])).toEqual([{ type: 'complete' }]);
    for (const payload of ['null', '[]', '"x"', '{'])
      expect(summary(readAll([complete(payload)])).error).toBe('COMPLETE_JSON');
  });

  it('tells the version by its log when CORS hides the header', () => {
    const log = btoa('START RequestId: r1 Version: 12\nREPORT RequestId: r1\tDuration: 2 ms\n');
    expect(readAll([invokeComplete({ LogResult: log })])[0]).toMatchObject({
      type: 'complete',
      executedVersion: '12',
      logResult: { report: { durationMs: 2 } },
    });
  });
});

describe('frames that are not known', () => {
  it('are passed over when they are events of a new type', () => {
    const unknown = encodeFrame({ ':message-type': 'event', ':event-type': 'Heartbeat' }, '{}');
    expect(readAll([unknown, invokeComplete()])).toEqual([{ type: 'complete' }]);
  });

  it('are a fault when they have no type at all', () => {
    expect(summary(readAll([encodeFrame({ ':message-type': 'event' })])).error).toBe('FRAME_HEADERS');
    expect(summary(readAll([encodeFrame({ ':message-type': 'greeting' })])).error).toBe('FRAME_HEADERS');
  });

  it('carry no unsafe name into the error', () => {
    const frame = encodeFrame({ ':message-type': 'exception', ':exception-type': '<b>x</b>' }, '<i>');
    expect(readAll([frame])[0]).toMatchObject({ type: 'error', error: { message: '<i>' } });
    expect(readAll([frame])[0]).not.toHaveProperty('error.code');
  });
});

describe('any split of the bytes', () => {
  /** Chunk times differ by split; everything else must not. */
  const timeless = (events: readonly StreamEvent[]) =>
    events.map((event) => (event.type === 'chunk' ? { type: event.type, bytes: [...event.bytes] } : event));

  it('gives the same events as one piece', () => {
    const good = concatBytes(
      payloadChunk('żółw 😀'),
      payloadChunk(''),
      payloadChunk('x'.repeat(700)),
      invokeComplete({ ErrorCode: 'Unhandled' }),
    );
    const stream = fc.oneof(
      fc.constant(good),
      fc.nat(good.length).map((length) => good.slice(0, length)),
      fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, value]) => good.with(at, value)),
      fc.uint8Array({ maxLength: 200 }),
    );
    fc.assert(
      fc.property(stream, fc.array(fc.nat(900)), (bytes, cuts) => {
        const bounds = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
        const pieces = bounds.slice(1).map((end, index) => bytes.slice(bounds[index], end));
        expect(timeless(readAll(pieces))).toEqual(timeless(readAll([bytes])));
      }),
      { numRuns: 150 },
    );
  });

  it('of single bytes included', () => {
    for (const item of malformed.cases) {
      if (!item.bytesBase64) continue;
      const bytes = decodeBase64(item.bytesBase64) ?? new Uint8Array(0);
      expect(timeless(readAll(piecesOf(bytes, 1)))).toEqual(timeless(readAll([bytes])));
    }
  });
});
