import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startConsole } from './console-process.ts';
import { test as base } from './fixtures.ts';

interface GatedStream {
  pageUrl: string;
  /** Lets the stream go on behind a piece. */
  passBehind(piece: number): Promise<void>;
}

/** `test` for stories that look at a stream while it comes. */
export const test = base.extend<{ gatedStream: GatedStream }>({
  /** A server whose function `stream` waits behind its pieces 2 and 12: nothing ends before a story has seen it. */
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern.
  gatedStream: async ({}, use) => {
    // A file that comes into the functions' own folder would end the environment.
    const [functions, gates] = await Promise.all([temporaryFolder('functions'), temporaryFolder('gates')]);
    await writeFile(join(functions, 'stream.mjs'), gatedSource(gates));
    await writeFile(join(functions, 'stream.function.json'), JSON.stringify({ timeout: 60 }));
    const server = await startConsole(['--functions', functions]);
    await use({
      pageUrl: server.pageUrl,
      passBehind: (piece) => writeFile(join(gates, String(piece)), ''),
    });
    await server.stop();
    for (const folder of [functions, gates]) await rm(folder, { recursive: true });
  },
});

function temporaryFolder(name: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `invoke-console-${name}-`));
}

function gatedSource(gates: string): string {
  return `import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
export const handler = awslambda.streamifyResponse(async (_event, stream) => {
  stream.setContentType('text/plain');
  for (let piece = 1; piece <= 20; piece += 1) {
    stream.write('chunk ' + piece + ' of 20\\n');
    await sleep(5);
    if (piece === 2 || piece === 12) while (!existsSync(${JSON.stringify(gates)} + '/' + piece)) await sleep(20);
  }
  stream.end();
});
`;
}
