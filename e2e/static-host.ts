import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HeadersFor } from './hosting-headers.ts';

/** Any static host of dist/page: it knows files and their types, and the headers that it is told to send. */
export interface StaticHost {
  origin: string;
  send(headers: HeadersFor): void;
  close(): void;
}

const page = fileURLToPath(new URL('../dist/page', import.meta.url));
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** A file of the built page, and its type. */
export async function readPageFile(path: string): Promise<{ body: Buffer; type: string }> {
  const body = await readFile(join(page, path.endsWith('/') ? `${path}index.html` : path));
  return { body, type: types[extname(path) || '.html'] ?? 'text/plain' };
}

/** The page is at `/`, in the folder `/tools/console/` too, and framed by `/frame.html`. */
export async function startStaticHost(): Promise<StaticHost> {
  let headersFor: HeadersFor = () => ({});
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const path = pathname.replace(/^\/tools\/console\//, '/');
    if (path === '/frame.html') {
      response.setHeader('Content-Type', 'text/html').end('<iframe src="/"></iframe>');
      return;
    }
    readPageFile(path).then(
      ({ body, type }) => {
        for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
        response.setHeader('Content-Type', type).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    send: (headers) => (headersFor = headers),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
