import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtPage } from './built-page.ts';
import { connectionDocument } from './connection.ts';
import { startPageServer } from './page-server.ts';
import type { PageServer } from './page-server.ts';

export const secretOfLambda = 'secret-made-at-this-start';
/** Content of files that lie beside the served folder or are hidden in it. */
export const outside = 'content from outside the page';

const html =
  '<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><title>Invoke Console</title></head></html>';

/** A page server over a small built page, with files around it that no request may reach. */
export async function startFixture(
  options: { endpoints?: string[]; requestTimeoutMs?: number } = {},
): Promise<PageServer> {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  const files: Record<string, string> = {
    'page/index.html': html,
    'page/assets/index-abc123.js': 'export {};',
    'page/assets/invoke.worker-abc123.js': 'export {};',
    'page/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'page/.env': outside,
    'page/.git/config': outside,
    'package.json': outside,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const server = await startPageServer({
    port: 0,
    content: builtPage(join(folder, 'page')),
    connection: connectionDocument(
      {
        url: 'http://127.0.0.1:7412',
        region: 'eu-west-1',
        accountId: '000000000000',
        credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: secretOfLambda },
      },
      { functionsDir: '/home/someone/private/handlers', endpoints: options.endpoints ?? [] },
    ),
    ...(options.requestTimeoutMs === undefined ? {} : { requestTimeoutMs: options.requestTimeoutMs }),
  });
  rmSync(folder, { recursive: true });
  return server;
}
