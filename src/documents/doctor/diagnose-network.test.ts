import { describe, expect, test } from 'vitest';
import { diagnoseNetwork, type NetworkFacts } from './diagnose-network.ts';
import { remediesOf } from './remedy.ts';

const facts: NetworkFacts = {
  endpoint: 'http://127.0.0.1:4566',
  endpointKind: 'custom',
  pageOrigin: 'http://127.0.0.1:7411',
  headers: ['authorization', 'content-type', 'host', 'x-amz-date', 'x-amz-invocation-type'],
  isSecurePage: false,
  isOnline: true,
  isBarredByPolicy: false,
  localNetwork: undefined,
  isReachable: true,
  isReadable: false,
  relay: 'available',
};
const remote = { endpoint: 'https://lambda.example.test' };
const aws = {
  endpoint: 'https://lambda.eu-west-1.amazonaws.com',
  endpointKind: 'aws' as const,
  relay: 'not-needed' as const,
};

describe('a request without a readable answer', () => {
  test.each<[string, Partial<NetworkFacts>, string]>([
    ['a violation of the page’s policy', { ...remote, isBarredByPolicy: true }, 'policy'],
    ['plain http from an https page', { endpoint: 'http://10.0.0.1', isSecurePage: true }, 'mixed-content'],
    ['plain http to loopback from an https page', { isSecurePage: true }, 'cors'],
    ['no network', { ...remote, isOnline: false }, 'offline'],
    ['no network, but a server on this machine', { isOnline: false }, 'cors'],
    ['a denied permission', { localNetwork: 'denied' }, 'local-network'],
    ['an open question for it', { localNetwork: 'prompt', isReachable: undefined }, 'local-network'],
    ['a permission that does not matter far away', { ...remote, localNetwork: 'denied' }, 'cors'],
    ['no probe', { isReachable: undefined }, 'unreachable'],
    ['a probe that fails', { isReachable: false }, 'unreachable'],
    ['an endpoint that answers without CORS', {}, 'cors'],
    ['an endpoint that shares plain answers', { isReadable: true }, 'cors'],
    ['AWS that answers', { ...aws }, 'lost'],
    [
      'the local endpoint with CORS',
      { endpointKind: 'local', isReadable: true, relay: 'not-needed' },
      'lost',
    ],
    ['the relay in use', { relay: 'in-use' }, 'relay'],
  ])('%s', (_what, given, layer) => {
    expect(diagnoseNetwork({ ...facts, ...given }).layer).toBe(layer);
  });

  test.each([
    [{}, 'neither to the question before a request (preflight)'],
    [{ isReadable: true }, 'x-amz-invocation-type'],
    [{ isReachable: false }, 'DNS'],
    [aws, 'Whether the function ran'],
  ])('what a page cannot know is said as unknown (%#)', (given, text) => {
    const { meaning, unknown } = diagnoseNetwork({ ...facts, ...given });
    expect(`${meaning} ${unknown}`).toContain(text);
    expect(unknown).toBeTruthy();
  });

  test.each<[string, string, string[]]>([
    [
      'http://127.0.0.1:4566',
      'LocalStack',
      [
        'EXTRA_CORS_ALLOWED_ORIGINS=http://127.0.0.1:7411',
        'EXTRA_CORS_ALLOWED_HEADERS=x-amz-client-context,x-amz-date,x-amz-durable-execution-name,x-amz-invocation-type',
        'EXTRA_CORS_EXPOSE_HEADERS=',
      ],
    ],
    ['http://localhost.localstack.cloud:9999', 'LocalStack', ['localstack start']],
    [
      'http://127.0.0.1:4566',
      'floci',
      [
        'FLOCI_SECURITY_EXTRA_CORS_ALLOWED_ORIGINS=http://127.0.0.1:7411',
        'FLOCI_SECURITY_EXTRA_CORS_EXPOSE_HEADERS=',
      ],
    ],
    ['http://127.0.0.1:4566', 'MiniStack', ['lets every page read everything']],
    ['http://127.0.0.1:3001', 'SAM', ['answers no web page at all', 'use the relay']],
    [
      'http://127.0.0.1:3002',
      'serverless-offline',
      ['--corsAllowHeaders', 'x-amz-date', '--corsExposedHeaders'],
    ],
    ['http://127.0.0.1:9000', 'Runtime Interface Emulator', ['answers no web page at all']],
    ['http://127.0.0.1:5555', 'another console', ['--allow-origin http://127.0.0.1:7411']],
  ])('CORS at %s: the setting of %s', (endpoint, _name, texts) => {
    const text = JSON.stringify(remediesOf(diagnoseNetwork({ ...facts, endpoint }).fixes));
    for (const part of texts) expect(text).toContain(part);
  });

  test.each<[NetworkFacts['relay'], string]>([
    ['available', 'Use the relay for this connection'],
    ['not-named', 'npm start -- --endpoint http://127.0.0.1:4566'],
    ['no-server', 'A console on this machine'],
  ])('a relay that is %s', (relay, text) => {
    expect(JSON.stringify(remediesOf(diagnoseNetwork({ ...facts, relay }).fixes))).toContain(text);
  });
});
