import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for `--functions` whose handler writes down each time that it is called. */
export interface CountingFunctions {
  folder: string;
  /** How often the function has been called so far. */
  runs(): Promise<number>;
  remove(): Promise<void>;
}

/**
 * Makes the function `count`: it records that it was called before anything else, waits `ms`, and answers with its
 * event. The faults that its event orders are played. The record lies outside the folder, as a file that changes
 * in there would end the warm environments.
 */
export async function makeCountingFunctions(): Promise<CountingFunctions> {
  const [folder, records] = await Promise.all([temporaryFolder('functions'), temporaryFolder('runs')]);
  const record = join(records, 'runs.txt');
  await writeFile(record, '');
  await writeFile(join(folder, 'count.mjs'), handlerSource(record));
  await writeFile(join(folder, 'count.function.json'), JSON.stringify({ faults: true, timeout: 60 }));
  return {
    folder,
    runs: async () => (await readFile(record, 'utf8')).length,
    async remove() {
      await Promise.all([folder, records].map((path) => rm(path, { recursive: true, force: true })));
    },
  };
}

function temporaryFolder(name: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `invoke-console-${name}-`));
}

function handlerSource(record: string): string {
  return `import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
export const handler = async (event) => {
  appendFileSync(${JSON.stringify(record)}, '.');
  await sleep(event.ms ?? 0);
  return { event };
};
`;
}
