import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startConsole, type ConsoleProcess } from '../../e2e/console-process.ts';
import { openChromium, type Chromium } from './chromium.ts';
import { coldRatios, measureCold } from './cold.ts';
import { measureComparison } from './compare.ts';
import { lesson, manyLines, message, oneLine } from './documents.ts';
import { measureLearned } from './learned.ts';
import { measureLens } from './lens.ts';
import { openPage } from './page.ts';
import { startPeers } from './peers.ts';
import { report, reportRatios, type Ratio, type Row } from './report.ts';
import { measureScroll, measureSeries, runVariants } from './series.ts';
import { measureDocument, measureNaive, measureStream } from './steps.ts';

/** Opens the built console cold, and looks at its main thread while 6 MB go in and out of it. */
export async function run(): Promise<void> {
  if (!existsSync(fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url))))
    throw new Error('There is no build to measure: run npm run build first.');
  // `npm run bench:page -- cold` opens pages and nothing else.
  const isColdOnly = process.argv.includes('cold');
  const server = await startConsole(['--functions', fileURLToPath(new URL('./functions', import.meta.url))]);
  const browser = await openChromium();
  const bench = { browser, server };
  const ratios: Ratio[] = [];
  try {
    ratios.push(...(await openCold(bench)));
    if (!isColdOnly) {
      const loaded = await load(bench);
      report(loaded.rows);
      ratios.push(...loaded.ratios);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  reportRatios(ratios);
}

interface RunningBench {
  browser: Chromium;
  server: ConsoleProcess;
}

async function openCold({ browser, server }: RunningBench): Promise<Ratio[]> {
  const peers = await startPeers();
  try {
    const monaco = '.view-lines';
    return coldRatios(
      await measureCold(browser, {
        ours: { url: server.pageUrl, keys: '#early-text', shown: `#early-text, ${monaco}` },
        hello: { url: peers.helloUrl, keys: null, shown: '' },
        graphiql: { url: peers.graphiqlUrl, keys: '.graphiql-query-editor textarea', shown: monaco },
      }),
    );
  } finally {
    await peers.close();
  }
}

async function load({ browser, server }: RunningBench): Promise<{ rows: Row[]; ratios: Ratio[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-page-files-'));
  const rows: Row[] = [];
  try {
    const shared = { page: await openPage(browser), browser, url: server.pageUrl };
    for (const [name, text] of [
      ['one-line', oneLine],
      ['many-lines', manyLines],
    ] as const) {
      const file = join(folder, `${name}.json`);
      await writeFile(file, text);
      const naiveMs = await measureNaive({ ...shared, name, file });
      const measured = await measureDocument({ ...shared, name, file });
      rows.push(...measured.map((row) => ({ ...row, naiveMs })));
      rows.push(...(await measureComparison({ ...shared, name, file })));
    }
    const held = join(folder, 'message.json');
    await writeFile(held, message);
    rows.push(...(await measureLens({ ...shared, name: 'message', file: held })));
    const taught = join(folder, 'lesson.json');
    await writeFile(taught, lesson);
    rows.push(...(await measureLearned({ ...shared, name: 'small', file: taught })));
    rows.push(await measureStream({ ...shared, name: 'chunks', file: '' }));
    const small = join(folder, 'small.json');
    await writeFile(small, '{"n":0}');
    const series = { ...shared, server, rows: 1_000, file: small };
    const ratios = await measureSeries(series);
    const many = { ...series, rows: 10_000 };
    await runVariants(many);
    rows.push({ name: 'scroll 10,000 results', budgetMs: 32, ...(await measureScroll(many)) });
    return { rows, ratios };
  } finally {
    await rm(folder, { recursive: true });
  }
}
