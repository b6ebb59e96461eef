import { beforeAll, describe, expect, test } from 'vitest';
import { lintPlanted } from './planted-project.ts';
import type { Finding } from './planted-project.ts';

/** The table "allowed imports" of the architecture, from where a file of each folder stands. */
interface Rule {
  folder: string;
  /** Path of the file that imports. */
  file: string;
  allowed: readonly string[];
  forbidden: readonly string[];
  /** Words of the message that say what to do instead. */
  advice: string;
}

const react = ['react', 'react/jsx-runtime'];

const rules: readonly Rule[] = [
  {
    folder: 'main',
    file: 'src/main.tsx',
    allowed: ['react', 'react-dom/client', './app/app.tsx'],
    forbidden: [
      './features/a/a.ts',
      './state/s.ts',
      './ui/u.tsx',
      './core/index.ts',
      'zustand',
      '@tanstack/react-query',
    ],
    advice: 'put it into app/',
  },
  {
    folder: 'app',
    file: 'src/app/planted.tsx',
    allowed: [
      ...react,
      '@tanstack/react-query',
      './layout.tsx',
      './layout.css',
      '../features/a/a.tsx',
      '../state/s.ts',
      '../ui/u.tsx',
      '../documents/d.ts',
      '../core/index.ts',
    ],
    forbidden: [
      '../core/sign.ts',
      '../main.tsx',
      '../../server/run.ts',
      'zustand',
      'idb',
      'valibot',
      'monaco-editor',
      '@base-ui/react/dialog',
      'lucide-react',
      '@smithy/signature-v4',
    ],
    advice: 'belongs in ui/',
  },
  {
    folder: 'features',
    file: 'src/features/request/planted.tsx',
    allowed: [
      ...react,
      '@tanstack/react-query',
      'lucide-react',
      './form.tsx',
      './form.css',
      './parts/field.tsx',
      '../../state/s.ts',
      '../../ui/u.tsx',
      '../../documents/d.ts',
      '../../core/index.ts',
    ],
    forbidden: [
      '../result/view.tsx',
      '../../features/result/view.tsx',
      '../../app/app.tsx',
      '../../core/sign.ts',
      '../../main.tsx',
      '../../../server/run.ts',
      'zustand',
      'idb',
      'valibot',
      'monaco-editor',
      '@base-ui/react/dialog',
      '@smithy/signature-v4',
      'react-dom',
    ],
    advice: 'goes down into state/ or ui/',
  },
  {
    folder: 'features, a folder deeper',
    file: 'src/features/request/parts/planted.tsx',
    allowed: [
      ...react,
      '@tanstack/react-query',
      'lucide-react',
      './field.tsx',
      '../form.tsx',
      '../../../state/s.ts',
      '../../../ui/u.tsx',
      '../../../documents/d.ts',
      '../../../core/index.ts',
    ],
    forbidden: [
      '../../result/view.tsx',
      '../../../features/result/view.tsx',
      '../../../app/app.tsx',
      '../../../core/sign.ts',
      'zustand',
    ],
    advice: 'goes down into state/ or ui/',
  },
  {
    folder: 'state',
    file: 'src/state/planted.ts',
    allowed: [
      'zustand',
      'zustand/vanilla',
      'idb',
      'valibot',
      '@tanstack/react-query',
      './s.ts',
      '../documents/d.ts',
      '../core/index.ts',
    ],
    forbidden: [
      'react',
      '../ui/u.tsx',
      '../features/a/a.ts',
      '../app/app.tsx',
      '../core/sign.ts',
      '../../server/run.ts',
      'lucide-react',
      'monaco-editor',
      '@smithy/signature-v4',
    ],
    advice: 'pass values up instead',
  },
  {
    folder: 'documents',
    file: 'src/documents/planted.ts',
    allowed: ['valibot', './d.ts', './samples/s3.ts', '../core/index.ts'],
    forbidden: [
      'react',
      'zustand',
      'idb',
      '../core/sign.ts',
      '../state/s.ts',
      '../ui/u.tsx',
      '../../server/run.ts',
      'node:fs',
      'yaml',
    ],
    advice: 'Hand anything else in as an argument',
  },
  {
    folder: 'core',
    file: 'src/core/planted.ts',
    allowed: ['@smithy/signature-v4', '@aws-crypto/sha256-browser', '@smithy/types', './sign.ts'],
    forbidden: [
      'react',
      'valibot',
      'zustand',
      'node:crypto',
      '../documents/d.ts',
      '../state/s.ts',
      '../ui/u.tsx',
      '@aws-sdk/client-lambda',
      'aws4fetch',
    ],
    advice: 'is a port in InvokeClientConfig',
  },
  {
    folder: 'ui',
    file: 'src/ui/planted.tsx',
    allowed: [
      ...react,
      '@base-ui/react/dialog',
      '@base-ui/react',
      'monaco-editor/editor',
      'monaco-editor/editor/editor.worker?worker&url',
      'react-resizable-panels',
      '@tanstack/react-virtual',
      'lucide-react',
      '@fontsource-variable/inter',
      './u.tsx',
      './u.css',
      './json-editor/editor.tsx',
    ],
    forbidden: [
      '../core/index.ts',
      '../state/s.ts',
      '../documents/d.ts',
      '../features/a/a.tsx',
      '../app/app.tsx',
      'zustand',
      'valibot',
      '@tanstack/react-query',
      'node:fs',
    ],
    advice: 'belongs in features/',
  },
  {
    folder: 'server',
    file: 'server/planted.ts',
    allowed: [
      'node:http',
      'node:fs/promises',
      'vite',
      'yaml',
      'aws-lambda-ric',
      './listen.ts',
      './page/page-server.ts',
      '../src/core/index.ts',
      '../src/documents/d.ts',
    ],
    forbidden: [
      '../src/core/sign.ts',
      '../src/state/s.ts',
      '../src/ui/u.tsx',
      '../src/app/app.tsx',
      '../src/features/a/a.ts',
      '../scripts/build.mjs',
      'react',
      'zustand',
      'aws4fetch',
    ],
    advice: 'stay in the page',
  },
  {
    folder: 'server, a folder deeper',
    file: 'server/page/planted.ts',
    allowed: [
      'node:http',
      './rules.ts',
      '../listen.ts',
      '../lambda/lambda-server.ts',
      '../../src/core/index.ts',
      '../../src/documents/d.ts',
    ],
    forbidden: [
      '../../src/core/sign.ts',
      '../../src/state/s.ts',
      '../../src/ui/u.tsx',
      '../../scripts/build.mjs',
      'react',
    ],
    advice: 'stay in the page',
  },
  {
    folder: 'server, two folders deeper',
    file: 'server/lambda/api/planted.ts',
    allowed: [
      'node:http',
      './invoke.ts',
      '../limits.ts',
      '../../listen.ts',
      '../../../src/core/index.ts',
      '../../../src/documents/d.ts',
    ],
    forbidden: [
      '../../../src/core/sign.ts',
      '../../../src/state/s.ts',
      '../../../scripts/build.mjs',
      'react',
    ],
    advice: 'stay in the page',
  },
  {
    folder: 'e2e',
    file: 'e2e/planted.spec.ts',
    allowed: [
      'playwright/test',
      '@axe-core/playwright',
      'node:fs',
      './fixtures.ts',
      '../tests/vectors/hostile.json',
    ],
    forbidden: ['../src/core/index.ts', '../src/app/app.tsx', '../server/run.ts'],
    advice: 'knows the console from outside only',
  },
];

/** The ways of importing: none of them is a way around. */
const forms: readonly ((specifier: string) => string)[] = [
  (specifier) => `import { a } from '${specifier}';\nexport const b = a;\n`,
  (specifier) => `import '${specifier}';\n`,
  (specifier) => `export type { A } from '${specifier}';\n`,
  (specifier) => `export { a } from '${specifier}';\n`,
  (specifier) => `export const load = () => import('${specifier}');\n`,
];

const plants = rules.flatMap((rule) => [
  ...rule.allowed.map((specifier) => ({ rule, specifier, legal: true })),
  ...rule.forbidden.map((specifier) => ({ rule, specifier, legal: false })),
]);

/** A file of its own for each plant and form, so that every finding tells which plant it is about. */
const planted = plants.flatMap((plant, index) =>
  forms.map((form, formIndex) => ({
    ...plant,
    path: ownPath(plant.rule.file, `${index}-${formIndex}`),
    text: form(plant.specifier),
  })),
);

/** main.tsx keeps its name, as its rule is about that one file, and gets a house of its own instead. */
function ownPath(file: string, number: string): string {
  return file === 'src/main.tsx' ? `house-${number}/${file}` : file.replace('planted', `planted-${number}`);
}

describe('a planted import', () => {
  let findings: Finding[] = [];
  beforeAll(async () => {
    findings = await lintPlanted(Object.fromEntries(planted.map(({ path, text }) => [path, text])));
  }, 60_000);

  const refusalsOf = (path: string): Finding[] =>
    findings.filter(({ file, rule }) => file === path && rule === 'eslint(no-restricted-imports)');

  for (const rule of rules) {
    const of = planted.filter((plant) => plant.rule === rule);

    test(`of ${rule.folder} is refused outside the table, with advice`, () => {
      const missed = of.filter(({ legal, path }) => !legal && refusalsOf(path).length === 0);
      expect(missed.map(({ text }) => text)).toEqual([]);
      const silent = of.filter(
        ({ legal, path }) => !legal && refusalsOf(path).some(({ text }) => !text.includes(rule.advice)),
      );
      expect(silent.map(({ text }) => text)).toEqual([]);
    });

    test(`of ${rule.folder} is accepted inside the table`, () => {
      const refused = of.filter(({ legal, path }) => legal && refusalsOf(path).length > 0);
      expect(refused.map(({ text }) => text)).toEqual([]);
    });
  }
});
