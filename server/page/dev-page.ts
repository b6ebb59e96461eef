import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { join } from 'node:path';
import type { PageContent } from './page-server.ts';

/** The page straight from its sources with hot reload, behind the same rules as the built one. */
export async function devPage(root: string): Promise<PageContent> {
  const { createServer } = await import('vite');
  const devNonce = randomBytes(16).toString('base64url');
  // Never listens: it only hands Vite the upgrades that have passed the rules of the page's port.
  const upgrades = createHttpServer();
  const vite = await createServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    appType: 'custom',
    html: { cspNonce: devNonce },
    server: { middlewareMode: true, cors: false, ws: { server: upgrades } },
  });
  return {
    devNonce,
    document: async () => vite.transformIndexHtml('/', await readFile(join(root, 'index.html'), 'utf8')),
    serve: (request, response) => {
      vite.middlewares(request, response, () => {
        response.statusCode = 404;
        response.end();
      });
      return true;
    },
    upgrade: (request, socket, head) => {
      upgrades.emit('upgrade', request, socket, head);
    },
    close: () => vite.close(),
  };
}
