import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Test data that belongs to others is read from the folder CONSOLE_VECTORS names, never copied. */
const externalFiles = ['sigv4-suite', 'endpoint-tests', 'retry-cases'] as const;

declare module 'vitest' {
  export interface ProvidedContext {
    externalVectors: Record<(typeof externalFiles)[number], string> | null;
  }
}

/** Hands the external vectors, as JSON text, to tests under Node and in Chromium alike. */
export default function provideVectors(project: TestProject): void {
  const folder = process.env['CONSOLE_VECTORS'];
  if (!folder) {
    project.provide('externalVectors', null);
    return;
  }
  const read = (name: string): string => readFileSync(join(folder, `${name}.json`), 'utf8');
  project.provide('externalVectors', {
    'sigv4-suite': read('sigv4-suite'),
    'endpoint-tests': read('endpoint-tests'),
    'retry-cases': read('retry-cases'),
  });
}
