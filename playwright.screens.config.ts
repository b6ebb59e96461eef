import { defineConfig } from 'playwright/test';
import tests from './playwright.config.ts';

/** `npm run screens`: pictures of the console for the README and for a look at every state. Not a test. */
export default defineConfig({
  ...tests,
  testDir: 'e2e/screens',
  testMatch: '*.screens.ts',
  reporter: [['list']],
});
