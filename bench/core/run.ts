import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { chromiumArgs, chromiumPath } from '../../tests/browser.ts';
import { listen, stop } from '../../tests/fault-server.ts';
import { bundleForPage } from '../../tests/page-bundle.ts';
import type { Measured } from './measure.page.ts';
import { report } from './report.ts';

/**
 * Sends payloads of four sizes from one page by four clients and prints what each takes over bare fetch.
 * The browser is driven by its page alone: a debugger that watches the network slows every fetch.
 */
export async function run(): Promise<void> {
  const code = await bundleForPage(fileURLToPath(new URL('./measure.page.ts', import.meta.url)));
  const rows: Measured[] = [];
  const page = new EventEmitter();
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      if (request.url === '/measured') rows.push(JSON.parse(body) as Measured);
      if (request.url === '/done') page.emit('done');
      if (request.url === '/failed') page.emit('error', new Error(body));
      respond(request, response, code);
    });
  });
  const profile = await mkdtemp(join(tmpdir(), 'bench-core-'));
  const browser = openBrowser(await listen(server), profile);
  try {
    await once(page, 'done');
  } finally {
    await closeBrowser(browser);
    await stop(server);
    await rm(profile, { recursive: true, force: true });
  }
  report(rows);
}

function openBrowser(url: string, profile: string) {
  const args = ['--headless=new', ...chromiumArgs, `--user-data-dir=${profile}`, url];
  return spawn(chromiumPath() ?? chromium.executablePath(), args, { stdio: 'ignore' });
}

async function closeBrowser(browser: ReturnType<typeof openBrowser>): Promise<void> {
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  browser.kill();
  await ended;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return request.url?.startsWith('/2015') ? '' : Buffer.concat(pieces).toString();
}

/** The page is isolated, which gives it a clock of 5 µs in place of 100. */
function respond(request: IncomingMessage, response: ServerResponse, code: string): void {
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-embedder-policy', 'require-corp');
  if (request.url === '/measure.js')
    return void response.setHeader('content-type', 'text/javascript').end(code);
  if (request.method === 'GET') {
    const page = '<!doctype html><title>bench</title><script type="module" src="/measure.js"></script>';
    return void response.setHeader('content-type', 'text/html').end(page);
  }
  const headers = {
    'content-type': 'application/json',
    'x-amzn-requestid': 'r',
    'x-amz-executed-version': '$LATEST',
  };
  response.writeHead(200, headers).end('{"statusCode":200,"body":"hello"}');
}
