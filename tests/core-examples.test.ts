import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { invokeComplete, payloadChunk } from '../src/core/stream-events.fixture.ts';
import { chromiumArgs, chromiumPath } from './browser.ts';
import { listen, stop } from './fault-server.ts';
import { bundleForPage } from './page-bundle.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../', import.meta.url));

const log = 'START RequestId: r-1 Version: 7\nREPORT RequestId: r-1\tDuration: 3 ms\tBilled Duration: 4 ms\n';

let server: Server;
let endpoint: string;

beforeAll(async () => {
  const code = await bundleForPage(join(root, 'docs/examples/from-a-page.ts'));
  server = createServer((request, response) => {
    if (request.url === '/from-a-page.js')
      return void response.setHeader('content-type', 'text/javascript').end(code);
    if (request.method === 'GET') return void response.setHeader('content-type', 'text/html').end(page());
    request.resume().on('end', () => answer(request, response));
  });
  endpoint = await listen(server);
});

afterAll(() => stop(server));

/** Answers signed requests only: `hello` with a log, the stream in two chunks that part a character, else 404. */
function answer({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader('x-amzn-requestid', 'r-1');
  if (!headers.authorization?.includes('Credential=AKIDEXAMPLE/'))
    return void response.writeHead(403).end('{}');
  if (url.includes('/response-streaming-invocations')) {
    response.setHeader('content-type', 'application/vnd.amazon.eventstream');
    const [first, second] = [Uint8Array.of(0x68, 0x69, 0x20, 0xf0, 0x9f), Uint8Array.of(0x98, 0x80)];
    response.write(payloadChunk(first));
    response.write(payloadChunk(second));
    return void response.end(invokeComplete());
  }
  if (url.includes('/hello/')) {
    return void response.setHeader('x-amz-log-result', btoa(log)).end('{"greeting": "hello"}');
  }
  response
    .writeHead(404, { 'x-amzn-errortype': 'ResourceNotFoundException' })
    .end('{"Message": "Function not found"}');
}

function page(): string {
  const values = {
    region: 'eu-west-1',
    endpoint,
    'access-key-id': 'AKIDEXAMPLE',
    'secret-access-key': 'secret',
    function: 'f',
    payload: '{}',
  };
  const inputs = Object.entries(values).map(([name, value]) => `<input name="${name}" value='${value}'>`);
  return `<!doctype html><title>Example</title><form>${inputs.join('')}<button>Invoke</button></form><output></output><script type="module" src="/from-a-page.js"></script>`;
}

it.each(['from-node.ts', 'from-a-page.ts'])('docs/core.md shows %s as it is run here', async (name) => {
  const [document, example] = await Promise.all(
    ['docs/core.md', `docs/examples/${name}`].map((path) => readFile(join(root, path), 'utf8')),
  );
  expect(document).toContain(`\`\`\`ts\n${example?.trimEnd()}\n\`\`\``);
});

it('the example for Node runs as docs/core.md says', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'core-example-'));
  const file = join(folder, 'from-node.mjs');
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL_LAMBDA: endpoint,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
  };
  try {
    const document = await readFile(join(root, 'docs/core.md'), 'utf8');
    const [, command = ''] = /^npx rolldown (.+) --file from-node\.mjs$/m.exec(document) ?? [];
    const rolldown = join(root, 'node_modules/rolldown/bin/cli.mjs');
    await run(process.execPath, [rolldown, ...command.split(' '), '--file', file], { cwd: root });
    const good = await run(process.execPath, [file, 'hello', '{"name": "Ada"}'], { env });
    expect(good.stdout).toBe('The function answered: {"greeting": "hello"}\nVersion: 7 · billed ms: 4\n');
    const bad = await run(process.execPath, [file, 'nobody'], { env }).catch((error: unknown) => error);
    expect(bad).toMatchObject({ code: 1, stderr: expect.stringContaining('Function not found. ') });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 30_000);

it('the example for a page streams in Chromium', async () => {
  const executablePath = chromiumPath();
  const browser = await chromium.launch({ args: chromiumArgs, ...(executablePath && { executablePath }) });
  try {
    const tab = await browser.newPage();
    await tab.goto(endpoint);
    await tab.getByRole('button', { name: 'Invoke' }).click();
    const output = tab.locator('output');
    await expect.poll(() => output.textContent()).toBe('hi 😀');
  } finally {
    await browser.close();
  }
}, 30_000);
