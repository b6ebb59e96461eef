import { beforeAll, expect, test } from 'vitest';
import { lintPlanted } from './planted-project.ts';
import type { Finding } from './planted-project.ts';

const lines = (count: number): string =>
  Array.from({ length: count }, (_none, index) => `// ${index}\n`).join('');

/** One fault for each rule of CONTRIBUTING that a machine can hold. */
const faults: readonly { rule: string; file: string; text: string }[] = [
  {
    rule: 'typescript(no-explicit-any)',
    file: 'src/state/any.ts',
    text: 'export const a = (b: any) => b;\n',
  },
  {
    rule: 'typescript(no-non-null-assertion)',
    file: 'src/state/bang.ts',
    text: 'export const a = (b?: string) => b!;\n',
  },
  {
    rule: 'typescript(no-floating-promises)',
    file: 'src/state/floating.ts',
    text: 'export function a(b: Promise<void>): void {\n  b;\n}\n',
  },
  {
    rule: 'typescript(switch-exhaustiveness-check)',
    file: 'src/state/switch.ts',
    text: "export function a(b: 'x' | 'y'): void {\n  switch (b) {\n    case 'x':\n      break;\n  }\n}\n",
  },
  {
    rule: 'typescript(ban-ts-comment)',
    file: 'src/state/ignore.ts',
    text: "// @ts-ignore\nexport const a: string = 'b';\n",
  },
  {
    rule: 'typescript(consistent-type-imports)',
    file: 'src/state/inline-type.ts',
    text: "export const a = (b: import('./any.ts').A) => b;\n",
  },
  { rule: 'import(no-default-export)', file: 'src/state/default.ts', text: 'export default 1;\n' },
  {
    rule: 'import(no-cycle)',
    file: 'src/state/cycle-a.ts',
    text: "import { b } from './cycle-b.ts';\nexport const a = () => b;\n",
  },
  { rule: 'unicorn(filename-case)', file: 'src/state/camelCase.ts', text: 'export const a = 1;\n' },
  { rule: 'eslint(max-lines)', file: 'src/state/long.ts', text: `export const a = 1;\n${lines(250)}` },
  {
    rule: 'eslint(max-lines-per-function)',
    file: 'src/state/long-function.ts',
    text: `export function a(): void {\n${lines(60)}}\n`,
  },
  {
    rule: 'eslint(max-lines-per-function)',
    file: 'src/ui/long-component.tsx',
    text: `export function A() {\n${lines(100)}  return null;\n}\n`,
  },
  {
    rule: 'eslint(max-params)',
    file: 'src/state/params.ts',
    text: 'export const a = (b: 1, c: 2, d: 3, e: 4) => [b, c, d, e];\n',
  },
  {
    rule: 'eslint(complexity)',
    file: 'src/state/complex.ts',
    text: `export function a(b: number): number {\n${Array.from({ length: 13 }, (_none, index) => `  if (b === ${index}) return 1;\n`).join('')}  return 0;\n}\n`,
  },
  {
    rule: 'eslint(no-restricted-imports)',
    file: 'src/app/lazy.tsx',
    text: "import { lazy } from 'react';\nexport const A = lazy(() => Promise.reject(new Error()));\n",
  },
  { rule: 'eslint(no-console)', file: 'src/state/console.ts', text: "console.log('a');\nexport {};\n" },
  { rule: 'eslint(no-eval)', file: 'src/state/eval.ts', text: "export const a = () => eval('1');\n" },
  {
    rule: 'react(no-danger)',
    file: 'src/ui/danger.tsx',
    text: 'export function A({ b }: { b: string }) {\n  return <div dangerouslySetInnerHTML={{ __html: b }} />;\n}\n',
  },
  {
    rule: 'react-hooks(rules-of-hooks)',
    file: 'src/ui/hooks.tsx',
    text: "import { useState } from 'react';\nexport function A({ b }: { b: boolean }) {\n  if (b) useState(1);\n  return null;\n}\n",
  },
  {
    rule: 'react-hooks(exhaustive-deps)',
    file: 'src/ui/deps.tsx',
    text: "import { useEffect } from 'react';\nexport function A({ b }: { b: string }) {\n  useEffect(() => {\n    document.title = b;\n  }, []);\n  return null;\n}\n",
  },
  {
    rule: 'react(set-state-in-effect)',
    file: 'src/ui/effect.tsx',
    text: "import { useEffect, useState } from 'react';\nexport function A() {\n  const [b, setB] = useState(1);\n  useEffect(() => {\n    setB(2);\n  }, []);\n  return <p>{b}</p>;\n}\n",
  },
  {
    rule: 'react(button-has-type)',
    file: 'src/ui/button.tsx',
    text: 'export function A() {\n  return <button>x</button>;\n}\n',
  },
  {
    rule: 'jsx-a11y(alt-text)',
    file: 'src/ui/image.tsx',
    text: 'export function A() {\n  return <img src="a.png" />;\n}\n',
  },
  {
    rule: 'jsx-a11y(click-events-have-key-events)',
    file: 'src/ui/click.tsx',
    text: 'export function A({ b }: { b: () => void }) {\n  return <div onClick={b}>x</div>;\n}\n',
  },
];

let findings: Finding[] = [];
beforeAll(async () => {
  const planted = Object.fromEntries(faults.map(({ file, text }) => [file, text]));
  findings = await lintPlanted({
    ...planted,
    'src/state/cycle-b.ts': "import { a } from './cycle-a.ts';\nexport const b = () => a;\n",
  });
}, 60_000);

for (const { rule, file } of faults) {
  test(`${rule} refuses a planted fault in ${file}`, () => {
    expect(findings.filter((finding) => finding.file === file).map((finding) => finding.rule)).toContain(
      rule,
    );
  });
}
