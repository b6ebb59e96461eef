import type { Connection, Run } from '../state/types.ts';

/** `open`, when what it opens is the connection of the run, and one with credentials to change. */
export function credentialsOpener(
  open: () => void,
  connection: Connection | undefined,
  run: Run | null,
): (() => void) | undefined {
  const isOfRun = connection !== undefined && connection.name === run?.request.connectionName;
  return isOfRun && connection.kind !== 'local' ? open : undefined;
}
