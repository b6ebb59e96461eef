import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A running `npm start`, without its set-up. */
export interface ConsoleProcess {
  /** `http://127.0.0.1:<port>/` */
  pageUrl: string;
  /** `http://127.0.0.1:<port>` */
  lambdaUrl: string;
  /** What it has written to stderr so far. */
  log(): string;
  stop(): Promise<void>;
}

const cli = fileURLToPath(new URL('../dist/server/cli.js', import.meta.url));

/** Starts the built server on free ports and resolves when it has printed both addresses. */
export async function startConsole(flags: readonly string[] = []): Promise<ConsoleProcess> {
  const child = spawn(process.execPath, [cli, '--port', '0', '--lambda-port', '0', '--no-open', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const printed = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, url] = /^(Invoke Console|Local Lambda): (\S+)$/.exec(line) ?? [];
    if (name && url) printed.set(name, url);
    if (printed.size === 2) break;
  }
  const pageUrl = printed.get('Invoke Console');
  const lambdaUrl = printed.get('Local Lambda');
  if (!pageUrl || !lambdaUrl) throw new Error(`The server ended before it was ready:\n${log}`);
  // The export lines that follow must not fill the pipe.
  child.stdout.resume();
  return { pageUrl, lambdaUrl, log: () => log, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
