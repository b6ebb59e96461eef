import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { readStaticFiles } from '../../server/page/static-files.ts';
import { installCached } from '../../tests/cached-packages.ts';
import { listen, stop } from '../../tests/fault-server.ts';

/** Pages that were not written here, built as their own documents say and served from memory as ours is. */
export interface Peers {
  helloUrl: string;
  graphiqlUrl: string;
  close(): Promise<void>;
}

const packages = ['graphiql@5.4.0', 'graphql@16.12.0', 'react@19.3.1', 'react-dom@19.3.1'];

/** Rejects when the packages can't be had. */
export async function startPeers(): Promise<Peers> {
  const modules = await installCached(packages);
  const folder = await mkdtemp(join(tmpdir(), 'bench-page-peers-'));
  try {
    await symlink(modules, join(folder, 'node_modules'), 'junction');
    const servers = [
      await servePage(await buildPage(folder, 'hello', hello)),
      await servePage(await buildPage(folder, 'graphiql', graphiql)),
    ] as const;
    const [{ url: helloUrl }, { url: graphiqlUrl }] = servers;
    return {
      helloUrl,
      graphiqlUrl,
      close: async () => void (await Promise.all(servers.map((server) => server.close()))),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const hello = `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

createRoot(document.getElementById('root')).render(createElement('h1', null, 'Hello, world'));
`;

/** Its fetcher answers at once with the smallest schema: nothing is waited for but GraphiQL itself. */
const graphiql = `import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const data = introspectionFromSchema(buildSchema('type Query { hello: String }'));
const fetcher = () => Promise.resolve({ data });
createRoot(document.getElementById('root')).render(createElement(GraphiQL, { fetcher }));
`;

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>peer</title>
    <style>html, body, #root { block-size: 100%; margin: 0 }</style>
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="./main.js"></script>
  </body>
</html>
`;

/** The files of the built page, read: its folder is not needed any more. */
async function buildPage(folder: string, name: string, main: string) {
  const root = join(folder, name);
  await mkdir(root);
  await writeFile(join(root, 'index.html'), page);
  await writeFile(join(root, 'main.js'), main);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { target: 'es2023', chunkSizeWarningLimit: 10_000 },
    worker: { format: 'es' },
  });
  return new Map(readStaticFiles(join(root, 'dist')));
}

async function servePage(files: Awaited<ReturnType<typeof buildPage>>) {
  const server = createServer((request, response) => {
    const file = files.get(request.url === '/' ? '/index.html' : (request.url ?? ''));
    if (file) response.setHeader('Content-Type', file.contentType).end(file.body);
    else response.writeHead(404).end();
  });
  return { url: `${await listen(server)}/`, close: () => stop(server) };
}
