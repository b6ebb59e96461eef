import { beforeAll, describe, expect, test } from 'vitest';
import { allowedImports } from './allowed-imports.fixture.ts';
import { lintPlanted } from './planted-project.ts';
import type { Finding } from './planted-project.ts';

/** The ways of importing: none of them is a way around. */
const forms: readonly ((specifier: string) => string)[] = [
  (specifier) => `import { a } from '${specifier}';\nexport const b = a;\n`,
  (specifier) => `import '${specifier}';\n`,
  (specifier) => `export type { A } from '${specifier}';\n`,
  (specifier) => `export { a } from '${specifier}';\n`,
  (specifier) => `export const load = () => import('${specifier}');\n`,
];

const plants = allowedImports.flatMap((rule) => [
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

  for (const rule of allowedImports) {
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
