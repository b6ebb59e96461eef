import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { relayed, type RelayFixture, startRelayFixture } from './relay.fixture.ts';

let relay: RelayFixture;
beforeEach(async () => {
  relay = await startRelayFixture({ graceMs: 30 });
});
afterEach(() => relay.close());

const authorization = 'AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/lambda/aws4_request';
const signed = {
  authorization,
  'content-type': 'application/json',
  'x-amz-date': '20261122T101112Z',
  'amz-sdk-invocation-id': 'one',
  'amz-sdk-request': 'attempt=1; max=3',
};
const send = (extra: Record<string, string> = {}, body = '{"a":1}') =>
  relayed(relay.port, { endpoint: relay.target.origin, headers: { ...signed, ...extra }, body });

describe('the relay', () => {
  test('sends the signed request on, byte for byte, to the host that was signed', async () => {
    const body = Buffer.from('{"n":12345678901234567890,"e":"\u00e9\ud83d\ude00"}\r\n');
    const path = '/2015-03-31/functions/a%3Ab/invocations?Qualifier=%24LATEST';
    await relayed(relay.port, { endpoint: relay.target.origin, path, headers: signed, body });
    const [arrival] = relay.target.arrivals;
    expect(arrival).toMatchObject({ method: 'POST', url: path, body: body.toString('latin1') });
    const names = arrival?.rawHeaders.filter((_text, index) => index % 2 === 0).toSorted();
    expect(names).toEqual([...Object.keys(signed), 'Connection', 'content-length', 'host'].toSorted());
    expect(arrival?.rawHeaders).toContain(new URL(relay.target.origin).host);
    expect(arrival?.rawHeaders).toContain(authorization);
  });

  test('keeps back what a browser adds for the page’s own server', async () => {
    await send({
      cookie: 'c=1',
      'user-agent': 'browser',
      'accept-language': 'de',
      referer: 'http://x/',
      origin: `http://127.0.0.1:${relay.port}`,
    });
    const text = JSON.stringify(relay.target.arrivals).toLowerCase();
    for (const name of ['cookie', 'user-agent', 'accept-language', 'referer', 'origin', 'sec-fetch']) {
      expect(text).not.toContain(name);
    }
  });

  test('adds no credentials to a request without any', async () => {
    await relayed(relay.port, { endpoint: relay.target.origin });
    expect(JSON.stringify(relay.target.arrivals).toLowerCase()).not.toContain('authorization');
  });

  test('gives the answer with every header of the API, and none that would act on the page', async () => {
    relay.target.handle((_request, response) => {
      response.sendDate = false;
      response.writeHead(200, {
        'x-amz-executed-version': '7',
        'x-amzn-requestid': 'r',
        'retry-after': '3',
        'content-type': 'application/json',
        'set-cookie': 'a=b',
        'content-security-policy': 'sandbox',
        'clear-site-data': '"*"',
        'access-control-allow-origin': '*',
        'x-frame-options': 'ALLOWALL',
        'service-worker-allowed': '/',
        'x-invoke-console-relay': 'forged',
      });
      response.end('{"ok":true}');
    });
    const { status, headers, body } = await send();
    expect([status, body]).toEqual([200, '{"ok":true}']);
    expect(headers).toMatchObject({
      'x-amz-executed-version': '7',
      'retry-after': '3',
      'x-frame-options': 'DENY',
      connection: 'close',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    for (const name of [
      'set-cookie',
      'clear-site-data',
      'access-control-allow-origin',
      'service-worker-allowed',
      'x-invoke-console-relay',
      'date',
    ]) {
      expect(headers[name], name).toBeUndefined();
    }
  });

  test('follows no redirect', async () => {
    relay.target.handle((_request, response) =>
      response.writeHead(307, { location: `${relay.target.origin}/elsewhere` }).end(),
    );
    const { status, headers } = await send();
    expect([status, headers.location]).toEqual([307, undefined]);
    expect(relay.target.arrivals).toHaveLength(1);
  });

  test('passes a stream on as it comes', async () => {
    let goOn = (): void => {};
    relay.target.handle((_request, response) => {
      response.write('first ');
      goOn = () => response.end('last');
    });
    // The target ends only when the page has read the beginning.
    const { body } = await relayed(relay.port, {
      endpoint: relay.target.origin,
      headers: signed,
      onData: () => goOn(),
    });
    expect(body).toBe('first last');
  });

  test('a copy that a browser sends by itself gets the answer of the first, and nothing runs again', async () => {
    relay.target.handle((_request, response) => void setTimeout(() => response.end('{"run":1}'), 60));
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ body }) => body)).toEqual(Array(3).fill('{"run":1}'));
    expect((await send()).body).toBe('{"run":1}');
    expect(relay.target.arrivals).toHaveLength(1);
  });

  test('another attempt, another invocation and another signature are requests of their own', async () => {
    await send();
    await send({ 'amz-sdk-request': 'attempt=2; max=3' });
    await send({ 'amz-sdk-invocation-id': 'two' });
    await send({ authorization: `${authorization}, Signature=1` });
    expect(relay.target.arrivals).toHaveLength(4);
  });

  test('ends the request when nobody has waited for a moment', async () => {
    const ended = new Promise<void>((resolve) => {
      relay.target.handle((request) => request.socket.on('close', () => resolve()));
    });
    const leaving = new AbortController();
    const left = relayed(relay.port, {
      endpoint: relay.target.origin,
      headers: signed,
      signal: leaving.signal,
    });
    await expect.poll(() => relay.target.arrivals.length).toBe(1);
    leaving.abort();
    await expect(left).rejects.toThrow();
    await ended;
  });

  test('a cut answer is cut here too', async () => {
    relay.target.handle((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('part', () => response.socket?.destroy());
    });
    expect(await send()).toMatchObject({ body: 'part', isCut: true });
  });

  test('an answer without end is cut at the bound', async () => {
    await relay.close();
    relay = await startRelayFixture({ limits: { maxResponseBytes: 1_000 } });
    relay.target.handle((_request, response) => response.end('x'.repeat(5_000)));
    const { body, isCut } = await send();
    expect(isCut).toBe(true);
    expect(body.length).toBeLessThanOrEqual(1_000);
  });

  test('a request over Lambda’s limit is refused before it is sent', async () => {
    const body = 'x'.repeat(6_291_457);
    const answer = send({}, body).catch(() => undefined);
    expect((await answer)?.status ?? 413).toBe(413);
    expect(relay.target.arrivals).toEqual([]);
  });
});

describe('what goes wrong', () => {
  test.each([
    ['reset', 502, 'RelayConnectionLost'],
    ['closed port', 424, 'RelayConnectionRefused'],
    ['no TLS', 424, 'RelayTlsFailed'],
    ['no name', 424, 'RelayNameNotFound'],
    ['silence', 424, 'RelayConnectionTimedOut'],
    ['rebinding', 403, 'RelayTargetRefused'],
    ['stranger', 403, 'RelayTargetRefused'],
  ])('%s is answered %i %s', async (fault, status, code) => {
    const names = {
      gone: 'https://gone.example.test',
      moved: 'https://moved.example.test',
      silent: 'http://silent.example.test',
    };
    const strict = await startRelayFixture({
      endpoints: Object.values(names),
      limits: { connectTimeoutMs: 80 },
      resolve: (hostname, _options, callback) => {
        if (hostname.startsWith('gone')) callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []);
        else if (hostname.startsWith('moved')) callback(null, [{ address: '169.254.169.254', family: 4 }]);
        else void callback;
      },
    });
    strict.target.handle((request) => request.socket.resetAndDestroy());
    const endpoint = {
      reset: strict.target.origin,
      'closed port': 'http://127.0.0.1:9',
      'no TLS': strict.target.origin.replace('http:', 'https:'),
      'no name': names.gone,
      silence: names.silent,
      rebinding: names.moved,
      stranger: 'https://lambda.us-east-1.amazonaws.com',
    }[fault];
    const answer = await relayed(strict.port, { endpoint: endpoint ?? '', headers: signed });
    expect([
      answer.status,
      answer.headers['x-amzn-errortype'],
      answer.headers['x-invoke-console-relay'],
    ]).toEqual([status, code, code]);
    expect(JSON.parse(answer.body)).toHaveProperty('message');
    expect(strict.target.arrivals).toHaveLength(fault === 'reset' ? 1 : 0);
    await strict.close();
  });
});
