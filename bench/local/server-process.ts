import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface ServerProcess {
  /** From the start of the process to its line "Local Lambda:". */
  readyMs: number;
  connection: Connection;
  residentMb(): number;
  stop(): Promise<void>;
}

export interface Connection {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

const cli = fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url));

/** Runs the built server over a folder of functions, on free ports and without a browser. */
export async function startServer(functionsDir: string): Promise<ServerProcess> {
  const startedAt = performance.now();
  const flags = ['--no-open', '--port', '0', '--lambda-port', '0', '--functions', functionsDir];
  const child = spawn(process.execPath, [cli, ...flags], { stdio: ['ignore', 'pipe', 'ignore'] });
  const { page, readyMs } = await readAddresses(child, startedAt);
  const answer = await fetch(new URL('/connection.json', page));
  return {
    readyMs,
    connection: (await answer.json()) as Connection,
    residentMb: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) / 1024,
    stop: () => stop(child),
  };
}

async function readAddresses(
  child: ChildProcess,
  startedAt: number,
): Promise<{ page: string; readyMs: number }> {
  if (!child.stdout) throw new Error('The server has no standard output.');
  let page = '';
  for await (const line of createInterface({ input: child.stdout })) {
    page ||= /^Invoke Console: (\S+)/.exec(line)?.[1] ?? '';
    if (line.startsWith('Local Lambda:')) return { page, readyMs: performance.now() - startedAt };
  }
  throw new Error('The server ended before it was ready: run `npm run build` first.');
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}
