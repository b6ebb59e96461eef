import { expect, test } from './fixtures.ts';
import { guardPages } from './page-guard.ts';

/** The guard of every other story is itself seen to notice: these pages live in a context that it only watches. */
const faults = [
  {
    name: 'a blocked inline style',
    script: 'document.head.append(Object.assign(document.createElement("style"), { textContent: "b{}" }))',
    problem: 'style-src-elem',
  },
  {
    name: 'an HTML sink',
    script: 'document.body.innerHTML = "<b>x</b>"',
    problem: 'require-trusted-types-for',
  },
  {
    name: 'a request to another machine',
    script: 'void fetch("https://evil.example/x").catch(() => {})',
    problem: 'connect-src',
  },
  {
    name: 'an uncaught error',
    script: 'setTimeout(() => { throw new Error("planted") })',
    problem: 'planted',
  },
  { name: 'an error on the console', script: 'console.error("planted words")', problem: 'planted words' },
];

test('the guard notices what a page may not do', async ({ browser, server }) => {
  const context = await browser.newContext();
  const guard = await guardPages(context);
  const page = await context.newPage();
  await page.goto(server.pageUrl);
  for (const { name, script, problem } of faults) {
    await test.step(name, async () => {
      expect(guard.problems.join('\n')).not.toContain(problem);
      await page.evaluate(script).catch(() => {});
      await expect.poll(() => guard.problems.join('\n')).toContain(problem);
    });
  }
  await context.close();
});
