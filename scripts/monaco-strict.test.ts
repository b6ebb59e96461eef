import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { changes, monacoStrict } from './monaco-strict.ts';

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const source = (file: string) => readFileSync(modules + file, 'utf8');

/** As a bundler calls it. */
function transform(code: string, id: string): { code: string } | null {
  const context = {
    error: (message: string) => {
      throw new Error(message);
    },
  };
  const plugin = monacoStrict() as unknown as {
    transform: (this: typeof context, code: string, id: string) => { code: string } | null;
  };
  return plugin.transform.call(context, code, id);
}

for (const { file } of changes) {
  test(`the installed ${file} is the one that the change was written for`, () => {
    const id = `C:\\project\\node_modules${file.replaceAll('/', '\\')}?v=1`;
    expect(transform(source(file), id)?.code).not.toBe(source(file));
  });

  test(`another ${file} stops the build and says what to do`, () => {
    expect(() => transform(`${source(file)}\n`, modules + file)).toThrow(
      /has changed .* adapt scripts\/monaco-strict.ts/,
    );
  });
}

test('no style element is made any more, and no feature comes by a side door', () => {
  const changed = changes.map(({ file }) => transform(source(file), modules + file)?.code ?? '').join('\n');
  expect(changed).not.toContain("createElement('style')");
  expect(changed).not.toMatch(/^import '.*\/contrib\//m);
  expect(changed.match(/new CSSStyleSheet\(\)/g)).toHaveLength(2);
});

test('every other file is left alone', () => {
  expect(transform('export {};', `${modules}/monaco-editor/esm/vs/editor/editor.api.js`)).toBeNull();
});
