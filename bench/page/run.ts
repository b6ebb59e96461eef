import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startConsole } from '../../e2e/console-process.ts';
import { openChromium } from './chromium.ts';
import { measureComparison } from './compare.ts';
import { manyLines, message, oneLine } from './documents.ts';
import { measureLens } from './lens.ts';
import { openPage } from './page.ts';
import { report, reportRatios, type Ratio, type Row } from './report.ts';
import { measureBareSeries, measureScroll, measureVariants, seriesRatios } from './series.ts';
import { measureDocument, measureNaive, measureStream } from './steps.ts';

/** Looks at the main thread of the built console while 6 MB go in and out of it. */
export async function run(): Promise<void> {
  if (!existsSync(fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url))))
    throw new Error('There is no build to measure: run npm run build first.');
  const server = await startConsole(['--functions', fileURLToPath(new URL('./functions', import.meta.url))]);
  const browser = await openChromium();
  const folder = await mkdtemp(join(tmpdir(), 'bench-page-files-'));
  const rows: Row[] = [];
  const ratios: Ratio[] = [];
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
    rows.push(await measureStream({ ...shared, name: 'chunks', file: '' }));
    const small = join(folder, 'small.json');
    await writeFile(small, '{"n":0}');
    const series = { ...shared, server, rows: 1_000, file: small };
    ratios.push(...seriesRatios(await measureBareSeries(series), await measureVariants(series)));
    rows.push({ name: 'scroll 1,000 results', budgetMs: 32, ...(await measureScroll(series)) });
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true });
  }
  report(rows);
  reportRatios(ratios);
}
