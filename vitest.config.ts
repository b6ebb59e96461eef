import { playwright } from '@vitest/browser-playwright';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { monacoStrict } from './scripts/monaco-strict.ts';
import { chromiumArgs, chromiumPath } from './tests/browser.ts';

const executablePath = chromiumPath();
/** Made anew for each project: Vitest completes the object it is given. */
const inChromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { args: chromiumArgs, ...(executablePath ? { executablePath } : {}) },
  }),
  instances: [{ browser: 'chromium' as const }],
});

/**
 * The framework-free code is proved twice: under Node and in Chromium. Its modules keep nothing between tests, so all
 * files share one page and one process: a third of the time.
 */
const pure = ['src/core/**/*.test.ts', 'src/documents/**/*.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['tests/provide-vectors.ts'],
    projects: [
      { extends: true, test: { name: 'pure-node', environment: 'node', include: pure, isolate: false } },
      {
        extends: true,
        test: { name: 'pure-chromium', browser: inChromium(), include: pure, isolate: false },
      },
      {
        extends: true,
        plugins: [react({ compiler: true }), monacoStrict()],
        // The optimizer passes over the plugins of the project.
        optimizeDeps: {
          rolldownOptions: { plugins: [monacoStrict()] },
          // All found before the first test: a package that is found later brings a second React along.
          entries: ['src/main.tsx', 'src/{state,ui,features,app}/**/*.test.{ts,tsx}'],
          include: ['react/compiler-runtime', 'react/jsx-dev-runtime', 'vitest-browser-react', 'uplot'],
        },
        test: {
          name: 'page-chromium',
          browser: inChromium(),
          include: ['src/{state,ui,features,app}/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['server/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts'],
        },
      },
    ],
  },
});
