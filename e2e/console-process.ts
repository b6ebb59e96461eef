import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A running `npm start`, without its set-up. */
export interface ConsoleProcess {
  /** `http://127.0.0.1:<port>/` */
  pageUrl: string;
  /** `http://127.0.0.1:<port>` */
  lambdaUrl: string;
  /** What it has written so far. */
  stdout(): string;
  log(): string;
  /** Ends it as a terminal does; the exit code, or null when a signal ended it. */
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<number | null>;
}

const cli = fileURLToPath(new URL('../dist/server/cli.js', import.meta.url));

/** Starts the built server on free ports and resolves when it has said all that it says at the start. */
export async function startConsole(
  flags: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<ConsoleProcess> {
  const child = spawn(process.execPath, [cli, '--port', '0', '--lambda-port', '0', '--no-open', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const stdout = keep(child.stdout);
  const log = keep(child.stderr);
  await until(child, () => lastLine.test(stdout()));
  const pageUrl = addressIn(stdout(), 'Invoke Console');
  const lambdaUrl = addressIn(stdout(), 'Local Lambda');
  if (!pageUrl || !lambdaUrl) throw new Error(`The server ended before it was ready:\n${log()}`);
  return { pageUrl, lambdaUrl, stdout, log, stop: (signal = 'SIGTERM') => stop(child, signal) };
}

const lastLine = /AWS_SESSION_TOKEN=.*\n$/;

/** Resolves when the condition holds after some output, or when the process has ended. */
function until(child: ChildProcess, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    child.stdout?.on('data', () => holds() && resolve());
    child.once('close', () => resolve());
  });
}

function keep(stream: Readable): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return () => text;
}

function addressIn(text: string, name: string): string | undefined {
  return new RegExp(`^${name}: (\\S+)$`, 'm').exec(text)?.[1];
}

async function stop(child: ChildProcess, signal: 'SIGINT' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
  return child.exitCode;
}
