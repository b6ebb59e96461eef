import { vi } from 'vitest';
import type { InvokeClient, InvokeError, InvokeOutput, InvokeResult } from '../core/index.ts';
import { payloadFromText } from '../documents/payload.ts';
import type { PayloadDocument } from '../documents/payload-types.ts';
import type { RunSummary } from './history-types.ts';
import type { LockPort } from './page-presence.ts';
import type { TextStorage } from './text-storage.ts';
import type { Connection, Run, RunRequest } from './types.ts';

export function payload(text: string): PayloadDocument {
  const made = payloadFromText(text);
  if (!made.ok) throw new Error(made.problem.message);
  return made.document;
}

export function connection(overrides: Partial<Connection> = {}): Connection {
  return {
    id: 'c1',
    name: 'Orders, test',
    region: 'eu-west-1',
    endpoint: null,
    kind: 'aws',
    accountId: null,
    requestHeaders: 'sdk',
    color: 'blue',
    variant: 'standard',
    production: false,
    readOnly: false,
    signing: { type: 'keys' },
    keep: 'memory',
    ...overrides,
  };
}

export function runRequest(overrides: Partial<RunRequest> = {}): RunRequest {
  return {
    functionName: 'hello',
    qualifier: '',
    invocationType: 'RequestResponse',
    tailLog: true,
    stream: false,
    tenantId: '',
    durableExecutionName: '',
    traceId: '',
    retryMode: 'safe',
    payload: payload('{"a":1}'),
    clientContext: '',
    connectionName: 'Orders, test',
    region: 'eu-west-1',
    endpoint: null,
    ...overrides,
  };
}

export function run(overrides: Partial<Run> = {}): Run {
  return {
    id: '0l0000000-one',
    draftId: 'd1',
    request: runRequest(),
    startedAt: new Date('2026-05-01T10:00:00.000Z'),
    endedAt: null,
    outcome: null,
    progress: null,
    attempts: [],
    marks: [],
    result: null,
    refusal: null,
    prepared: null,
    stream: [],
    streamTimeline: null,
    streamError: null,
    roundTripMs: null,
    saved: 'pending',
    interrupted: false,
    restored: false,
    omitted: {},
    ...overrides,
  };
}

export function runSummary(overrides: Partial<RunSummary> = {}): RunSummary {
  return {
    v: 1,
    id: '0l0000000-one',
    sessionId: 'p1',
    draftId: 'd1',
    state: 'done',
    outcome: 'success',
    startedAt: Date.parse('2026-05-01T10:00:00.000Z'),
    endedAt: Date.parse('2026-05-01T10:00:00.120Z'),
    functionName: 'hello',
    qualifier: '',
    invocationType: 'RequestResponse',
    connectionName: 'Orders, test',
    region: 'eu-west-1',
    endpoint: null,
    requestBytes: 7,
    responseBytes: 4,
    roundTripMs: 120,
    durationMs: 12.5,
    statusCode: 200,
    executedVersion: '7',
    requestId: 'r1',
    errorCode: null,
    ...overrides,
  };
}

/** What a run keeps of its course. */
export const traces: Pick<Run, 'marks' | 'streamTimeline' | 'streamError'> = {
  marks: [{ attempt: 1, phase: 'backing-off', atMs: 2.5, delayMs: 100 }],
  streamTimeline: { chunks: 2, bytes: 9, points: [[1, 9]] },
  streamError: { code: 'Unhandled', details: '{}' },
};

export function answer(overrides: Partial<InvokeOutput> = {}): InvokeResult {
  const output = { statusCode: 200, payload: new TextEncoder().encode('"ok"'), headers: {}, ...overrides };
  return { ok: true, output, attempts: [attempt()] };
}

export function failure(error: Partial<InvokeError> = {}, attempts = [attempt()]): InvokeResult {
  return {
    ok: false,
    error: { kind: 'network', message: 'gone', mayHaveRun: 'unknown', ...error },
    attempts,
  };
}

export function attempt() {
  return {
    number: 1,
    startedAt: new Date('2026-05-01T10:00:00Z'),
    endedAt: new Date('2026-05-01T10:00:01Z'),
  };
}

/** A client whose calls a test replaces; the others are not to be used. */
export function client(parts: Partial<InvokeClient>): InvokeClient {
  const unused = (): never => {
    throw new Error('This call was not expected.');
  };
  return { invoke: unused, invokeWithResponseStream: unused, prepare: unused, call: unused, ...parts };
}

/** Text storage in memory; tabs that share a `map` see each other's changes as the browser tells them. */
export function textStorage(shared: SharedText = newSharedText()): TextStorage {
  const own = new Map<() => void, string>();
  shared.tabs.add(own);
  const changed = (key: string): void => {
    for (const tab of shared.tabs) {
      if (tab === own) continue;
      for (const [listener, watched] of tab) if (watched === key) listener();
    }
  };
  return {
    get: (key) => shared.map.get(key) ?? null,
    set(key, value) {
      shared.map.set(key, value);
      changed(key);
      return true;
    },
    remove(key) {
      shared.map.delete(key);
      changed(key);
    },
    watch(key, listener) {
      own.set(listener, key);
      return () => own.delete(listener);
    },
  };
}

export interface SharedText {
  map: Map<string, string>;
  tabs: Set<Map<() => void, string>>;
}

export function newSharedText(entries: Record<string, string> = {}): SharedText {
  return { map: new Map(Object.entries(entries)), tabs: new Set() };
}

/** A browser refusing everything, as a sandboxed frame does. */
export function refusingStorage(): Storage {
  throw new DOMException('denied', 'SecurityError');
}

/** A real document of this origin: what it locks is let go of when it is closed, as with a tab. */
export function openTab(): { locks: LockPort; close: () => void } {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const locks = frame.contentWindow?.navigator.locks;
  if (!locks) throw new Error('Locks need a secure origin.');
  return { locks, close: () => frame.remove() };
}

/** A promise that a test settles when it likes. */
export function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: (value) => settle(value) };
}

/** Waits for a condition, long enough for a machine that has other things to do. */
export function until(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: 12_000 });
}

let ids = 0;

/** Database names are never used twice, so that tests know nothing of each other. */
export function freshName(what: string): string {
  ids += 1;
  return `${what}-${crypto.randomUUID()}-${ids}`;
}
