import { expect, test } from 'vitest';
import type { InvokeError } from '../core/index.ts';
import { checkConnection } from './check-connection.ts';
import type { CheckLine } from './check-lines.ts';
import { createConnectionStore } from './connection-store.ts';
import { createCredentialMemory } from './credential-memory.ts';
import { type DoctorPorts, examineRun } from './doctor.ts';
import { createRelayStore } from './relay-consent.ts';
import { client, connection, run, runRequest, textStorage } from './state.fixture.ts';

const endpoint = 'http://127.0.0.1:4566';
const custom = connection({ id: 'c', kind: 'custom', endpoint });

function ports(given: Partial<DoctorPorts> = {}): DoctorPorts & { probes: string[] } {
  const probes: string[] = [];
  const credentials = createCredentialMemory();
  return {
    probes,
    credentials,
    connections: createConnectionStore({
      storage: textStorage(),
      tabStorage: textStorage(),
      credentials,
      fetch: () => Promise.reject(new Error('static')),
    }),
    relay: createRelayStore(textStorage()),
    probe: (url, { mode }) => {
      probes.push(`${mode} ${url}`);
      return Promise.resolve();
    },
    pageOrigin: 'http://127.0.0.1:7411',
    isOnline: () => true,
    permission: () => Promise.reject(new TypeError('unknown name')),
    barredSince: () => new Set(),
    functionNames: () => Promise.resolve(['hello']),
    now: () => new Date(0),
    ...given,
  };
}

const failed = (error: Partial<InvokeError>) =>
  run({
    request: runRequest({ endpoint, functionName: 'helo' }),
    result: {
      ok: false,
      attempts: [],
      error: { kind: 'network', message: '', mayHaveRun: 'unknown', ...error },
    },
  });

test('a lost answer is probed at the origin alone, first without and then with CORS', async () => {
  const given = ports();
  expect((await examineRun(failed({}), custom, given))?.layer).toBe('cors');
  expect(given.probes).toEqual([`no-cors ${endpoint}/`, `cors ${endpoint}/`]);
});

test('an endpoint that is not there is probed once', async () => {
  const given = ports({ probe: () => Promise.reject(new TypeError('Failed to fetch')) });
  expect((await examineRun(failed({}), custom, given))?.layer).toBe('unreachable');
});

test('a page that would have to ask for a permission sends no probe', async () => {
  const given = ports({
    pageOrigin: 'https://console.example.test',
    permission: () => Promise.resolve('prompt'),
  });
  expect((await examineRun(failed({}), custom, given))?.layer).toBe('local-network');
  expect(given.probes).toEqual([]);
});

test('a violation of the page’s policy since the run began is the reason', async () => {
  const given = ports({ barredSince: () => new Set([endpoint]) });
  expect((await examineRun(failed({}), custom, given))?.layer).toBe('policy');
});

test('a function that is not found is compared with those that there are', async () => {
  const found = await examineRun(failed({ kind: 'not-found' }), custom, ports());
  expect(found?.fixes).toEqual([{ kind: 'functions', names: ['hello'] }]);
  const hidden = ports({ functionNames: () => Promise.reject(new Error('denied')) });
  expect((await examineRun(failed({ kind: 'not-found' }), custom, hidden))?.unknown).toContain(
    'could not be listed',
  );
});

test('a run that went well, and one that was not sent, have no diagnosis', async () => {
  expect(await examineRun(run(), custom, ports())).toBeNull();
});

type Answer = { status: number; body: string } | Omit<InvokeError, 'mayHaveRun'> | 'lost';

async function check(answers: Record<string, Answer>, given = ports()) {
  const calls: string[] = [];
  const reader = {
    ...client({}),
    call: ({ operation, path }: { operation: string; path: string }) => {
      calls.push(`${operation} ${path}`);
      const answer = answers[operation] ?? 'lost';
      const at = new Date(0);
      const attempts = [{ number: 1, startedAt: at, endedAt: at, clockSkewMs: 0 }];
      if (answer === 'lost' || 'kind' in answer) {
        const error = answer === 'lost' ? ({ kind: 'network', message: '' } as const) : answer;
        return Promise.resolve({
          ok: false as const,
          attempts,
          error: { ...error, mayHaveRun: 'no' as const },
        });
      }
      const body = new TextEncoder().encode(answer.body);
      return Promise.resolve({ ok: true as const, statusCode: answer.status, headers: {}, body, attempts });
    },
  };
  const lines: CheckLine[] = [];
  const target = { connection: custom, functionName: 'hello', qualifier: '', ports: given };
  for await (const line of checkConnection({
    ...target,
    client: reader,
    signal: new AbortController().signal,
  }))
    lines.push(line);
  return { calls, lines, states: lines.map(({ name, state }) => `${name}: ${state}`) };
}

const list = { status: 200, body: '{"Functions":[{"FunctionName":"hello"}]}' };

test('every check is made in order, with reads alone', async () => {
  const configuration = { status: 200, body: '{"FunctionName":"hello","Runtime":"nodejs22.x","Timeout":3}' };
  const { states, calls } = await check({ ListFunctions: list, GetFunctionConfiguration: configuration });
  expect(states).toEqual([
    'Network: ok',
    'Endpoint: ok',
    'Readable answers: ok',
    'Clock: ok',
    'Credentials: ok',
    'Identity: unknown',
    'List functions: ok',
    'Function: ok',
    'Permission to invoke: unknown',
  ]);
  expect(calls).toEqual([
    'ListFunctions /2015-03-31/functions',
    'GetFunctionConfiguration /2015-03-31/functions/hello/configuration',
  ]);
});

const xml = '<a><Arn>arn:aws:iam::1:user/ada</Arn><UserId>A</UserId><Account>1</Account></a>';
const refusal = { kind: 'credentials', code: 'InvalidClientTokenId', statusCode: 403, message: '' } as const;
test.each<[string, Answer, string]>([
  ['is told', { status: 200, body: xml }, 'ok: Account 1, arn:aws:iam::1:user/ada.'],
  ['is refused', refusal, 'problem: The access key or its session token is unknown here.'],
  ['is not known where there is no STS', 'lost', 'unknown: This endpoint does not say whose'],
])('whose the keys are %s, by STS and never by an invoke', async (_how, GetCallerIdentity, words) => {
  const given = ports();
  given.credentials.set(custom.id, { accessKeyId: 'AKIA', secretAccessKey: 'x' });
  const { lines, calls } = await check({ ListFunctions: list, GetCallerIdentity }, given);
  const { state, detail } = lines.find(({ name }) => name === 'Identity') ?? {};
  expect(`${state}: ${detail}`).toContain(words);
  expect(calls.slice(0, 2)).toEqual(['ListFunctions /2015-03-31/functions', 'GetCallerIdentity /']);
  expect(calls.join()).not.toContain('invocations');
});

test('what can’t be read ends the check, and says so of the rest', async () => {
  const { states } = await check({ ListFunctions: 'lost' });
  expect(states).toEqual([
    'Network: ok',
    'Endpoint: ok',
    'Readable answers: problem',
    'Clock: skipped',
    'Credentials: skipped',
    'Identity: skipped',
    'List functions: skipped',
    'Function: skipped',
    'Permission to invoke: skipped',
  ]);
});

test('what can’t be reached is not asked', async () => {
  const { states, calls } = await check(
    {},
    ports({ probe: () => Promise.reject(new TypeError('Failed to fetch')) }),
  );
  expect(states.slice(0, 3)).toEqual(['Network: ok', 'Endpoint: problem', 'Readable answers: skipped']);
  expect(calls).toEqual([]);
});
