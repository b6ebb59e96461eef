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

/** A page that cannot even load tells nobody: then the run ends by itself. */
const longestRunMs = 180_000;

/**
 * Sends payloads of four sizes from one page by four clients and prints what each takes over bare fetch.
 * The browser is driven by its page alone: a debugger that watches the network slows every fetch.
 */
export async function run(): Promise<void> {
  const scripts = await bundleScripts();
  const rows: Measured[] = [];
  const page = new EventEmitter();
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      if (request.url === '/measured') rows.push(JSON.parse(body) as Measured);
      if (request.url === '/done') page.emit('done');
      if (request.url === '/failed') page.emit('error', new Error(body));
      respond(request, response, scripts);
    });
  });
  const profile = await mkdtemp(join(tmpdir(), 'bench-core-'));
  const browser = openBrowser(await listen(server), profile);
  try {
    await once(page, 'done', { signal: AbortSignal.timeout(longestRunMs) });
  } finally {
    await closeBrowser(browser);
    await stop(server);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  report(rows);
}

/** Each client is a bundle of its own, as an app ships one: modules that two share would be optimised for both. */
const sources = [
  'clients/bare-fetch.page',
  'clients/our-core.page',
  'clients/aws4fetch.page',
  'clients/aws-sdk.page',
  'measure.page',
];

async function bundleScripts(): Promise<Map<string, string>> {
  const bundle = async (source: string) => {
    const file = fileURLToPath(new URL(`./${source}.ts`, import.meta.url));
    return [`/${source}.js`, await bundleForPage(file)] as const;
  };
  return new Map(await Promise.all(sources.map(bundle)));
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
function respond(request: IncomingMessage, response: ServerResponse, scripts: Map<string, string>): void {
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-embedder-policy', 'require-corp');
  const script = scripts.get(request.url ?? '');
  if (script !== undefined) return void response.setHeader('content-type', 'text/javascript').end(script);
  if (request.method === 'GET') {
    const tags = sources.map((source) => `<script type="module" src="/${source}.js"></script>`);
    const page = `<!doctype html><title>bench</title>${tags.join('')}`;
    return void response.setHeader('content-type', 'text/html').end(page);
  }
  const headers = {
    'content-type': 'application/json',
    'x-amzn-requestid': 'r',
    'x-amz-executed-version': '$LATEST',
  };
  response.writeHead(200, headers).end('{"statusCode":200,"body":"hello"}');
}
