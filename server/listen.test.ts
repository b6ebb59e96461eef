import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { listen, onFreePort } from './listen.ts';
import { isInvokeConsole } from './running-instance.ts';
import { startFixture } from './page/page.fixture.ts';

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

function open(port: number): Promise<number> {
  const server = createServer((_request, response) => response.end('another program'));
  servers.push(server);
  return listen(server, port);
}

test('a taken port leads to a later one', async () => {
  const taken = await open(0);
  expect(await onFreePort(taken, 0, open)).toBeGreaterThan(taken);
});

test('the port that the other server is about to take is passed over', async () => {
  const taken = await open(0);
  const tried: number[] = [];
  const skip = taken + 1;
  await onFreePort(taken, skip, (port) => {
    tried.push(port);
    return open(port);
  });
  expect(tried[0]).toBe(taken);
  expect(tried).not.toContain(skip);
});

test('any other fault than a taken port is not passed over', async () => {
  const start = () => Promise.reject(new Error('no such handler'));
  await expect(onFreePort(7000, 0, start)).rejects.toThrow('no such handler');
});

test('a running console is told from another program and from a free port', async () => {
  const page = await startFixture();
  expect(await isInvokeConsole(page.port)).toBe(true);
  await page.close();
  expect(await isInvokeConsole(page.port)).toBe(false);
  expect(await isInvokeConsole(await open(0))).toBe(false);
});
