import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Binds a server to loopback alone and returns its port; 0 takes any free one. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(addressOf(server).port);
    });
  });
}

/**
 * Starts on the wanted port or, where that is taken, on the next free one.
 * @param skip A port that something else of ours is about to take.
 */
export async function onFreePort<T>(
  wanted: number,
  skip: number,
  start: (port: number) => Promise<T>,
): Promise<T> {
  for (let port = wanted; port <= Math.min(wanted + 50, 65_535); port += 1) {
    if (port === skip && port !== 0) continue;
    try {
      return await start(port);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  return start(0);
}

/** EACCES is what a reserved port answers, on Windows and below 1024. */
function isTaken(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
  );
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server is not bound to a port.');
  return address;
}
