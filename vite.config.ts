import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin, UserConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { chunkReport } from './scripts/chunk-report.ts';
import { monacoStrict } from './scripts/monaco-strict.ts';
import { paintFirst } from './scripts/paint-first.ts';
import { cspMeta } from './server/csp.ts';

/** Two builds from one file: the page (`vite build`) and the server (`vite build --ssr server/cli.ts`). */
export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server : page));

/**
 * What the first load and late parts both need. Left to themselves these are a dozen chunks: as many requests before
 * the first paint, and 1.7 kB more after gzip than one.
 */
const shared = [
  /\/node_modules\/(react|react-dom|scheduler|valibot)\//,
  /\/node_modules\/lucide-react\/dist\/esm\/(shared\/|context|Icon|createLucideIcon)/,
  /\/src\/core\/(defined|endpoint|json-object|partitions)\./,
  /\/src\/documents\/(base64|line-ends|payload|request-options|text-position)\./,
  /\/src\/ui\/(kbd|shortcut)\./,
];

const isShared = (id: string): boolean => shared.some((pattern) => pattern.test(id));

const page: UserConfig = {
  // Relative, so that the build runs in any folder of any static host.
  base: './',
  define: { 'import.meta.env.VERSION': JSON.stringify(manifest.version) },
  plugins: [
    react({ compiler: true }),
    monacoStrict(),
    paintFirst(),
    metaPolicy(),
    chunkReport('dist/page-chunks.json'),
  ],
  build: {
    outDir: 'dist/page',
    target: 'es2023',
    // A font or an icon as a data: URL is barred by font-src, and a module by script-src.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Monaco is one late chunk by design; scripts/sizes.mjs holds every real budget.
    chunkSizeWarningLimit: 6_000,
    // Importing a module of the core does nothing, so what only late parts use of it comes with them.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/src\/core\//, sideEffects: false }] },
      output: { codeSplitting: { groups: [{ name: 'shared', test: isShared }] } },
    },
  },
  worker: { format: 'es', plugins: () => [monacoStrict()] },
  // The optimizer of the development server passes over the plugins above.
  optimizeDeps: { rolldownOptions: { plugins: [monacoStrict()] } },
};

const server: UserConfig = {
  publicDir: false,
  ssr: {
    noExternal: true,
    external: ['vite', 'aws-lambda-ric', '@aws-sdk/credential-providers', '@smithy/core'],
  },
  build: {
    outDir: 'dist/server',
    target: 'node20',
    minify: false,
    // One folder for all files: server/lambda finds its child processes' files beside itself.
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
  },
};

/** Puts the policy into the built page; the development server sends it as a header with its nonce. */
function metaPolicy(): Plugin {
  return {
    name: 'meta-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: cspMeta() },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
