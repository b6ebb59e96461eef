import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInvoker, runMany } from './invoker.ts';
import { type ServerProcess, startServer } from './server-process.ts';

const COLD_FUNCTIONS = 15;

/** Measures the local endpoint against its budgets and prints each. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-local-'));
  const names = ['warm', ...Array.from({ length: COLD_FUNCTIONS }, (_, index) => `cold-${index}`)];
  for (const name of names)
    writeFileSync(join(folder, `${name}.mjs`), 'export const handler = async (event) => event;\n');
  try {
    await measureReady(folder);
    const server = await startServer(folder);
    await measureCold(server);
    await measureWarm(server);
    await measureParallel(server);
    await measureMemory(server);
    await server.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureReady(folder: string): Promise<void> {
  const ms: number[] = [];
  for (let start = 0; start < 5; start += 1) {
    const server = await startServer(folder);
    ms.push(server.readyMs);
    await server.stop();
  }
  say('ready', `${median(ms).toFixed(0)} ms`, { isKept: median(ms) <= 500, budget: '500 ms' });
}

async function measureCold({ connection }: ServerProcess): Promise<void> {
  const ms: number[] = [];
  for (let index = 0; index < COLD_FUNCTIONS; index += 1) {
    const invoke = await createInvoker(connection, `cold-${index}`);
    ms.push(await invoke());
  }
  say('cold start, p50', `${median(ms).toFixed(0)} ms`, { isKept: median(ms) <= 120, budget: '120 ms' });
}

async function measureWarm({ connection }: ServerProcess): Promise<void> {
  const invoke = await createInvoker(connection, 'warm');
  await runMany(invoke, 100, 1);
  const { ms } = await runMany(invoke, 500, 1);
  const p95 = ms.toSorted((a, b) => a - b)[Math.floor(ms.length * 0.95)] ?? NaN;
  const text = `${median(ms).toFixed(2)} ms (p95 ${p95.toFixed(2)} ms)`;
  say('warm invocation, p50', text, { isKept: median(ms) <= 8, budget: '8 ms' });
}

async function measureParallel({ connection }: ServerProcess): Promise<void> {
  const invoke = await createInvoker(connection, 'warm');
  await runMany(invoke, 40, 20);
  const startedAt = performance.now();
  const { ms, errors } = await runMany(invoke, 1000, 20);
  const seconds = (performance.now() - startedAt) / 1000;
  const text = `${errors.length} errors in ${seconds.toFixed(2)} s (p50 ${median(ms).toFixed(1)} ms)`;
  say('1,000 invocations, 20 at once', text, { isKept: errors.length === 0, budget: 'no error' });
}

async function measureMemory(server: ServerProcess): Promise<void> {
  const invoke = await createInvoker(server.connection, 'warm');
  const residentMb: number[] = [];
  for (let thousand = 1; thousand <= 10; thousand += 1) {
    const { errors } = await runMany(invoke, 1000, 4);
    if (errors[0]) throw new Error(errors[0]);
    residentMb.push(server.residentMb());
  }
  const growth = (residentMb.at(-1) ?? NaN) - (residentMb[1] ?? NaN);
  const text = `${growth.toFixed(0)} MB (${residentMb.map((mb) => mb.toFixed(0)).join(' ')})`;
  say('memory over 10,000 invocations', text, { isKept: growth <= 30, budget: '30 MB' });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function say(what: string, measured: string, { isKept, budget }: { isKept: boolean; budget: string }): void {
  if (!isKept) process.exitCode = 1;
  process.stdout.write(`${what.padEnd(34)}${measured}; budget ${budget}: ${isKept ? 'kept' : 'MISSED'}\n`);
}
