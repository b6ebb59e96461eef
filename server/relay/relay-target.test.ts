import { describe, expect, test } from 'vitest';
import hostile from '../../tests/vectors/hostile.json';
import { parseRelayTarget } from './relay-target.ts';

const invoke = '/2015-03-31/functions/f/invocations?Qualifier=1';
const rules = { endpoints: ['https://lambda.example.test', 'http://10.0.0.7:4566'], ownPort: 7411 };
const parse = (endpoint: string, path = invoke) =>
  parseRelayTarget(`/relay/${encodeURIComponent(endpoint)}${path}`, rules);

describe('a target of the relay', () => {
  test.each([
    ['http://127.0.0.1:3001', 'loopback', '127.0.0.1:3001', invoke],
    ['http://localhost:9001', 'loopback', 'localhost:9001', invoke],
    ['http://[::1]:9001', 'loopback', '[::1]:9001', invoke],
    ['http://lambda.localhost', 'loopback', 'lambda.localhost', invoke],
    ['https://localhost:4566/_base', 'loopback', 'localhost:4566', `/_base${invoke}`],
    ['https://lambda.example.test', 'named', 'lambda.example.test', invoke],
    ['http://10.0.0.7:4566', 'named', '10.0.0.7:4566', invoke],
  ])('%s is called, and its host is the one that was signed', (endpoint, ...expected) => {
    const [kind, host, path] = expected;
    expect(parse(endpoint)).toMatchObject({ ok: true, target: { kind, host, path } });
  });

  test.each([
    'http://10.0.0.8',
    'https://lambda.example.test:8443',
    'http://lambda.example.test',
    'https://lambda.us-east-1.amazonaws.com',
    'http://127.0.0.1:7411',
    'http://localhost.evil.example',
    'http://127.0.0.1.nip.io',
    'http://169.254.169.254',
    'http://169.254.169.254.',
    'http://2852039166',
    'http://0xA9FEA9FE',
    'http://0251.0376.0251.0376',
    'http://169.254.43518',
    'http://[::ffff:169.254.169.254]',
    'http://[::ffff:a9fe:a9fe]',
    'http://[fe80::1%25eth0]',
    'http://[fe80::1]',
    'http://[fd00:ec2::254]',
    'http://0.0.0.0:3001',
    'http://0:3001',
    'http://127.1:3001',
    'http://2130706433:3001',
    'http://0x7f.1:3001',
    'http://[::]:3001',
    'http://[::ffff:127.0.0.1]:3001',
    'http://localhost.:3001',
    'http://LOCALHOST:3001',
    'http://user@127.0.0.1:3001',
    'http://127.0.0.1:3001?x=',
    'http://127.0.0.1:3001#x',
    'file:///etc/passwd',
    'ftp://127.0.0.1',
    'http://metadata.google.internal',
    '',
  ])('%s is refused', (endpoint) => expect(parse(endpoint).ok).toBe(false));

  const links = hostile.items.filter(({ id }) => id.startsWith('ep-'));
  test('no endpoint of the hostile vectors is a target, unless it is on this machine', () => {
    expect(links.length).toBeGreaterThan(20);
    for (const { input } of links) {
      const text = JSON.stringify(input);
      for (const [, endpoint = ''] of text.matchAll(/"(https?:[^"]+)"/g)) {
        const parsed = parse(endpoint.replace(/\/$/, ''));
        if (parsed.ok) expect(parsed.target.kind, endpoint).toBe('loopback');
      }
    }
  });

  test.each([
    '/v1.41/containers/json',
    '/',
    '/latest/meta-data/',
    '/2015-03-31/../admin',
    '/2015-03-31/%2e%2E/admin',
    '/2015-03-31/functions/.?x=1',
    '//2015-03-31/functions/f/invocations',
    '/connection.json',
  ])('of its paths %s is no part of the API, but for the one that STS has', (path) => {
    expect(parse('http://127.0.0.1:3001', path).ok).toBe(path === '/');
  });

  test.each(['/relay', '/relay/', '/relay/%E0%A4%A', '/relay/http%3A%2F%2F127.0.0.1', `/relay${invoke}`])(
    '%s names none',
    (url) => expect(parseRelayTarget(url, rules).ok).toBe(false),
  );
});
