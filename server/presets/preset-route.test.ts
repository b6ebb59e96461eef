import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageServer } from '../page/page-server.ts';
import { startPageServer } from '../page/page-server.ts';
import { connectionDocument } from '../page/connection.ts';
import { presetRoute } from './preset-route.ts';
import { watchFolder } from './watch-folder.ts';

let dir = '';
let server: PageServer;
const watching = () => watchFolder(dir, { settleMs: 5, lookMs: 50 });

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'preset-route-'));
  server = await startPageServer({
    port: 0,
    content: { document: () => Promise.resolve(''), serve: () => false },
    connection: connectionDocument(
      {
        url: 'http://127.0.0.1:1',
        region: 'eu-west-1',
        accountId: '000000000000',
        credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 's' },
      },
      { functionsDir: dir, endpoints: [] },
    ),
    routes: () => [presetRoute(dir, watching())],
  });
});

afterAll(async () => {
  await server.close();
  await rm(dir, { recursive: true });
});

const documentText = JSON.stringify({
  format: 'invoke-console/presets',
  version: 1,
  presets: [{ name: 'n', request: { functionName: 'orders' } }],
});

function put(body: string, headers: Record<string, string> = {}): Promise<Response> {
  const own = { origin: server.origin, 'content-type': 'application/json' };
  return fetch(`${server.origin}/preset-folder/file`, {
    method: 'PUT',
    headers: { ...own, ...headers },
    body,
  });
}

const changeOf = (path: string, payload: string | null = null): string =>
  JSON.stringify({ path, version: null, files: { preset: documentText, payload } });

test('writes a preset for its own page', async () => {
  const answer = await put(changeOf('orders/a.preset.json', 'e30='));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ kind: 'written' });
  expect(await readdir(join(dir, 'orders'))).toEqual(['a.json', 'a.preset.json']);
  expect((await put(changeOf('orders/a.preset.json'))).status).toBe(409);
});

test.each([
  ['what is no JSON', '{', 400],
  ['another shape', '{"path":1}', 400],
  ['a payload that is no base64', changeOf('x/a.preset.json', '%%%'), 400],
  ['a path that leads out', changeOf('../a.preset.json'), 400],
])('refuses %s', async (_what, body, status) => {
  expect((await put(body)).status).toBe(status);
  expect(await readdir(dir)).not.toContain('x');
});

test('refuses another origin and another type', async () => {
  const body = changeOf('x/a.preset.json');
  expect((await put(body, { origin: 'http://127.0.0.1:1' })).status).toBe(403);
  expect((await put(body, { 'content-type': 'text/plain' })).status).toBe(415);
  expect(await readdir(dir)).not.toContain('x');
});

test('a body over the limit is refused', async () => {
  expect((await put(' '.repeat(29 * 1024 * 1024 + 1))).status).toBe(413);
});

test('tells of every change on disk, in new folders too', async () => {
  const answer = await fetch(`${server.origin}/preset-folder/changes`, {
    headers: { origin: server.origin, accept: 'text/event-stream' },
  });
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async (): Promise<string | undefined> => (await reader?.read())?.value;
  expect(await next()).toContain('event: change');
  await mkdir(join(dir, 'billing'));
  await writeFile(join(dir, 'billing/b.preset.json'), documentText);
  expect(await next()).toContain('event: change');
  await writeFile(join(dir, 'billing/b.json'), '{}');
  expect(await next()).toContain('event: change');
  await reader?.cancel();
});
