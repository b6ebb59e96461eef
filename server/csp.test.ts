import { expect, test } from 'vitest';
import endpoints from '../tests/vectors/endpoint-extra.json';
import { awsOrigins } from './aws-hosts.ts';
import { cspHeader, cspMeta, cspOfAssets, cspOfSender } from './csp.ts';

/** A policy as its directives. */
function parse(policy: string): Map<string, string[]> {
  return new Map(policy.split('; ').map((text) => [text.split(' ')[0] ?? '', text.split(' ').slice(1)]));
}

test('nothing is allowed that is not named, and nothing inline runs', () => {
  const policy = parse(cspHeader());
  expect(policy.get('default-src')).toEqual(["'none'"]);
  expect(policy.get('script-src')).toEqual(["'self'"]);
  expect(policy.get('style-src')).toEqual(["'self'"]);
  expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
  expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
});

test('the static build carries the same policy but for what a meta element cannot say', () => {
  expect(cspHeader()).toBe(`${cspMeta()}; frame-ancestors 'none'`);
});

test('an endpoint named at the start can be called, and nothing else changes', () => {
  const added = parse(cspHeader({ endpoints: ['https://lambda.example.test'] }));
  const plain = parse(cspHeader());
  expect(added.get('connect-src')).toEqual([
    ...(plain.get('connect-src') ?? []),
    'https://lambda.example.test',
  ]);
  expect([...added].filter(([name]) => name !== 'connect-src')).toEqual(
    [...plain].filter(([name]) => name !== 'connect-src'),
  );
});

test('hosts are named one by one: the only wildcards are ports of loopback', () => {
  const sources = parse(cspHeader()).get('connect-src') ?? [];
  expect(sources.filter((source) => source.includes('*'))).toEqual([
    'http://127.0.0.1:*',
    'http://localhost:*',
  ]);
  expect(
    sources.filter(
      (source) => !/^('self'|http:\/\/(127\.0\.0\.1|localhost):\*|https:\/\/[a-z0-9.-]+)$/.test(source),
    ),
  ).toEqual([]);
});

test('the whole header fits what common clients take', () => {
  expect(cspHeader().length).toBeLessThan(14_000);
});

test('a worker cannot reach the network, but for the one that sends: it reaches what the page does', () => {
  expect(parse(cspOfAssets).get('default-src')).toEqual(["'none'"]);
  expect(parse(cspOfAssets).has('connect-src')).toBe(false);
  const options = { endpoints: ['https://lambda.example.test'] };
  const sender = parse(cspOfSender(options));
  expect(sender.get('connect-src')).toEqual(parse(cspHeader(options)).get('connect-src'));
  sender.delete('connect-src');
  expect(sender).toEqual(parse(cspOfAssets));
});

/** Made up to show that a region's host follows from its name, and networks that no browser here is on. */
const notOnTheInternet = /-9$|^eu-mars-|^xx-|^eusc-de-north-|-iso[a-z]?-/;

test('every endpoint of every real region in the endpoint table can be called', () => {
  const known = new Set(awsOrigins());
  const real = endpoints.testCases.filter(
    ({ params }) => !('Endpoint' in params) && !notOnTheInternet.test(params.Region),
  );
  const missing = real.map((item) => item.expect.endpoint?.url ?? '').filter((url) => !known.has(url));
  expect(real.length).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});
