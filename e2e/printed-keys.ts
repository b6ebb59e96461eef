import type { ConsoleProcess } from './console-process.ts';

/** The key pair of its endpoint that a server prints for another terminal. */
export function keysOf(server: ConsoleProcess): { accessKeyId: string; secretAccessKey: string } {
  const value = (name: string): string =>
    new RegExp(`^export ${name}=["']?([^"'\\s]+)`, 'm').exec(server.stdout())?.[1] ?? '';
  return { accessKeyId: value('AWS_ACCESS_KEY_ID'), secretAccessKey: value('AWS_SECRET_ACCESS_KEY') };
}
