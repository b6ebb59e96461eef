import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConsolePage } from './console-page.ts';
import { expect, test as base } from './counting-fixtures.ts';

/** What lies between browser and server: it keeps connections open, sees every request, and can break one. */
interface Wire {
  port: number;
  /** The headers of each invocation as it came from the browser. */
  invocations: IncomingHttpHeaders[];
  /** How often the browser has asked whether it may send. */
  preflights: number;
  /** The connection of the next invocation ends without an answer, as soon as the server has begun to run it. */
  breakNext(hasBegun: () => Promise<void>): void;
  close(): void;
}

/** `test` in a Chromium whose way to the local Lambda endpoint leads over the wire; the page knows nothing of it. */
const test = base.extend<object, { wire: Wire }>({
  wire: [
    async ({ server }, use) => {
      const wire = await openWire(Number(new URL(server.lambdaUrl).port));
      await use(wire);
      wire.close();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, server, wire }, use) => {
      const { host } = new URL(server.lambdaUrl);
      const rule = `--host-resolver-rules=MAP ${host} 127.0.0.1:${wire.port}`;
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), rule] });
    },
    { scope: 'worker' },
  ],
});

test('a request that Chromium sends a second time by itself joins the run that it began', async ({
  page,
  functions,
  wire,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('count');
  await console.invoke();
  expect(await functions.runs()).toBe(1);

  // The connection is warm now: only such a one makes Chromium try again.
  wire.invocations.length = 0;
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/invocations')) sent += 1;
  });
  wire.breakNext(() => expect.poll(() => functions.runs()).toBe(2));
  await console.pastePayload('{"ms":500,"press":2}');
  await console.invoke();
  await console.expectOutcome('success');
  await expect(console.response).toContainText('"press":2');

  const [first, ...copies] = wire.invocations;
  expect(first?.['amz-sdk-invocation-id']).toMatch(/^[\da-f-]{36}$/);
  expect(copies, 'the request arrives once more, with nothing changed').toEqual([first]);
  expect(sent, 'what the page knows of').toBe(1);
  expect(await functions.runs(), 'one run for each press').toBe(2);

  const asked = wire.preflights;
  expect(asked).toBeGreaterThan(0);
  await console.invoke();
  expect(await functions.runs()).toBe(3);
  expect(wire.preflights, 'what the endpoint has allowed once is not asked again').toBe(asked);
});

async function openWire(lambdaPort: number): Promise<Wire> {
  const seen: Pick<Wire, 'invocations' | 'preflights'> = { invocations: [], preflights: 0 };
  let hasBegun: (() => Promise<void>) | undefined;
  const server = createServer((request, response) => {
    const isInvocation = request.method === 'POST';
    if (isInvocation) seen.invocations.push(request.headers);
    if (request.method === 'OPTIONS' && request.url?.endsWith('/invocations')) seen.preflights += 1;
    const toBreak = isInvocation ? hasBegun : undefined;
    if (isInvocation) hasBegun = undefined;
    pass({ request, response, port: lambdaPort, answered: toBreak === undefined });
    void toBreak?.().finally(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(seen, {
    port: (server.address() as AddressInfo).port,
    breakNext: (begun: () => Promise<void>) => (hasBegun = begun),
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
}

interface Passage {
  request: IncomingMessage;
  response: ServerResponse;
  port: number;
  answered: boolean;
}

/** Hands a request on as it is, Host included, and the answer back without the end of its connection. */
function pass({ request, response, port, answered }: Passage): void {
  const { method, url, headers } = request;
  const onward = forward({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (answer) => {
    if (!answered) return void answer.resume();
    const { connection: _, ...kept } = answer.headers;
    response.writeHead(answer.statusCode ?? 502, kept);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}
