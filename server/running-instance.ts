import { request } from 'node:http';

/** Whether the program that listens on this port of 127.0.0.1 is Invoke Console. */
export function isInvokeConsole(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = request({
      host: '127.0.0.1',
      port,
      path: '/',
      method: 'HEAD',
      timeout: 1_000,
      agent: false,
    });
    const answer = (ours: boolean): void => {
      resolve(ours);
      probe.destroy();
    };
    probe.on('response', (response) => answer(response.headers.server === 'invoke-console'));
    probe.on('timeout', () => answer(false));
    probe.on('error', () => answer(false));
    probe.end();
  });
}
