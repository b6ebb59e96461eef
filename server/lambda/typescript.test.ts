import { afterEach, describe, expect, test } from 'vitest';
import { startTestEndpoint, type TestEndpoint } from './endpoint.fixture.ts';

const endpoints: TestEndpoint[] = [];
async function start(files: Record<string, string>): Promise<TestEndpoint> {
  const endpoint = await startTestEndpoint(files);
  endpoints.push(endpoint);
  return endpoint;
}
afterEach(async () => {
  await Promise.all(endpoints.splice(0).map((endpoint) => endpoint.close()));
});

const says = (text: string): string => `export const handler = async () => '${text}';`;
describe('a TypeScript handler', () => {
  test('runs with its types, enums, relative imports in every spelling, JSON files and packages', async () => {
    const endpoint = await start({
      'node_modules/dep/package.json': '{"name":"dep","type":"module","exports":"./index.js"}',
      'node_modules/dep/index.js': `export const dep = 'dep';`,
      'orders/index.ts': `import type { Order } from './types';
        import { a } from './a.ts'; import { b } from './b.js'; import { c } from './deep/c'; export * from './a.ts';
        import { readFileSync } from 'node:fs'; import { dep } from 'dep';
        enum Size { Small = 1 }
        export const handler = async (event: Order): Promise<string> => {
          const { late } = await import('./late.ts');
          const data = JSON.parse(readFileSync(new URL('./data.json', import.meta.url), 'utf8'));
          return [a, b, c, dep, late, data.value, Size.Small, event.id].join(' ');
        };`,
      'orders/types.ts': `export interface Order { id: number }`,
      'orders/a.ts': `export const a: string = 'a';`,
      'orders/b.ts': `export const b = 'b' as const;`,
      'orders/deep/c.ts': `import { a } from '../a'; export const c = a + 'c';`,
      'orders/late.ts': `export const late = 'late';`,
      'orders/data.json': `{"value":"json"}`,
    });
    const answer = await endpoint.invoke('orders', { id: 7 });
    expect(answer.text).toBe('"a b ac dep late json 1 7"');
  });

  test('names the lines of the source in its stack traces', async () => {
    const endpoint = await start({
      'fails.ts': `interface Event {\n  id: number;\n}\n\nexport const handler = async (event: Event) => {\n  throw new Error('id ' + event.id);\n};\n`,
    });
    const { trace } = (await endpoint.invoke('fails', { id: 1 })).json as { trace: string[] };
    expect(trace[1]).toMatch(/fails\.ts:6:9/);
  });

  test('is built again when it changes', async () => {
    const endpoint = await start({ 'one.ts': says('before') });
    expect((await endpoint.invoke('one', {})).text).toBe('"before"');
    endpoint.write({ 'one.ts': says('after the change') });
    expect((await endpoint.invoke('one', {})).text).toBe('"after the change"');
  });

  test('with a mistake fails in its init as other code does', async () => {
    const endpoint = await start({ 'bad.ts': `export const handler = async (x: ) => 1;` });
    const answer = await endpoint.invoke('bad', {});
    expect(answer).toMatchObject({ status: 200, json: { errorType: 'Runtime.UserCodeSyntaxError' } });
    expect(answer.text).toContain('bad.ts:1:');
  });

  test('can be published as a version', async () => {
    const endpoint = await start({ 'one.ts': says('typed') });
    const path = '/2015-03-31/functions/one/versions';
    expect(
      (await endpoint.send({ method: 'POST', path, headers: {}, body: '', isSigned: true })).status,
    ).toBe(201);
    endpoint.write({ 'one.ts': says('later') });
    expect((await endpoint.invoke('one:1', {})).text).toBe('"typed"');
  });
});
