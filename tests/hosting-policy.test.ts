import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ROUTES } from '../server/lambda/api/router.ts';
import { hostingBlock } from './hosting-document.ts';

const policy = JSON.parse(hostingBlock('iam-policy.json')) as {
  Statement: { Effect: string; Action: string[]; Resource: string | string[] }[];
};

/** What the core sends signed. Both kinds of invoke need lambda:InvokeFunction, and STS needs its own prefix. */
function neededActions(): string[] {
  const core = fileURLToPath(new URL('../src/core/', import.meta.url));
  const sources = readdirSync(core).filter((name) => /^[\w-]+\.ts$/.test(name));
  const text = sources.map((name) => readFileSync(core + name, 'utf8')).join('\n');
  const operations = [...text.matchAll(/\boperation: '(\w+)'/g)].map(([, name = '']) => name);
  const invokes = [...text.matchAll(/'(Invoke(?:WithResponseStream)?)'/g)];
  expect(invokes.length, 'the core names its invokes').toBeGreaterThan(0);
  return [...new Set(['InvokeFunction', ...operations])].map(actionOf).toSorted();
}

function actionOf(operation: string): string {
  const isLambda = operation === 'InvokeFunction' || ROUTES.some((route) => route.operation === operation);
  return `${isLambda ? 'lambda' : 'sts'}:${operation}`;
}

test('the policy for users allows exactly what the core sends', () => {
  const actions = policy.Statement.flatMap(({ Action }) => Action);
  expect(actions.toSorted()).toEqual(neededActions());
  expect(new Set(actions).size).toBe(actions.length);
});

test('what can be bound to functions is, with their versions and aliases', () => {
  for (const { Effect, Action, Resource } of policy.Statement) {
    expect(Effect).toBe('Allow');
    // These two list or count all functions of a region, and STS knows none.
    const unscoped = ['lambda:ListFunctions', 'lambda:GetAccountSettings', 'sts:GetCallerIdentity'];
    expect(Resource === '*').toBe(Action.every((action) => unscoped.includes(action)));
    if (Resource === '*') continue;
    const [functions, qualified] = Resource;
    expect(functions).toMatch(/^arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+\*$/);
    expect(qualified).toBe(`${functions}:*`);
  }
});
