/** The table "allowed imports" of the architecture, from where a file of each folder stands. */
export interface AllowedImports {
  folder: string;
  /** Path of the file that imports. */
  file: string;
  allowed: readonly string[];
  forbidden: readonly string[];
  /** Words of the message that say what to do instead. */
  advice: string;
}

const words = (text: string): string[] => text.trim().split(/\s+/);

export const allowedImports: readonly AllowedImports[] = [
  {
    folder: 'main',
    file: 'src/main.tsx',
    allowed: words(`react react-dom/client ./app/app.tsx`),
    forbidden: words(
      `./features/a/a.ts ./state/s.ts ./ui/u.tsx ./core/index.ts zustand @tanstack/react-query`,
    ),
    advice: 'put it into app/',
  },
  {
    folder: 'app',
    file: 'src/app/planted.tsx',
    allowed: words(`
      react react/jsx-runtime @tanstack/react-query ./layout.tsx ./layout.css ../features/a/a.tsx
      ../state/s.ts ../ui/u.tsx ../documents/d.ts ../core/index.ts`),
    forbidden: words(`
      ../core/sign.ts ../main.tsx ../../server/run.ts zustand idb valibot monaco-editor
      @base-ui/react/dialog lucide-react @smithy/signature-v4`),
    advice: 'belongs in ui/',
  },
  {
    folder: 'features',
    file: 'src/features/request/planted.tsx',
    allowed: words(`
      react react/jsx-runtime @tanstack/react-query lucide-react ./form.tsx ./form.css
      ./parts/field.tsx ../../state/s.ts ../../ui/u.tsx ../../documents/d.ts ../../core/index.ts`),
    forbidden: words(`
      ../result/view.tsx ../../features/result/view.tsx ../../app/app.tsx ../../core/sign.ts
      ../../main.tsx ../../../server/run.ts zustand idb valibot monaco-editor @base-ui/react/dialog
      @smithy/signature-v4 react-dom`),
    advice: 'goes down into state/ or ui/',
  },
  {
    folder: 'features, a folder deeper',
    file: 'src/features/request/parts/planted.tsx',
    allowed: words(`
      react react/jsx-runtime @tanstack/react-query lucide-react ./field.tsx ../form.tsx
      ../../../state/s.ts ../../../ui/u.tsx ../../../documents/d.ts ../../../core/index.ts`),
    forbidden: words(`
      ../../result/view.tsx ../../../features/result/view.tsx ../../../app/app.tsx
      ../../../core/sign.ts zustand`),
    advice: 'goes down into state/ or ui/',
  },
  {
    folder: 'state',
    file: 'src/state/planted.ts',
    allowed: words(`
      zustand zustand/vanilla idb valibot @tanstack/react-query ./s.ts ../documents/d.ts
      ../core/index.ts`),
    forbidden: words(`
      react ../ui/u.tsx ../features/a/a.ts ../app/app.tsx ../core/sign.ts ../../server/run.ts
      lucide-react monaco-editor @smithy/signature-v4`),
    advice: 'pass values up instead',
  },
  {
    folder: 'documents',
    file: 'src/documents/planted.ts',
    allowed: words(`valibot ./d.ts ./samples/s3.ts ../core/index.ts`),
    forbidden: words(
      `react zustand idb ../core/sign.ts ../state/s.ts ../ui/u.tsx ../../server/run.ts node:fs yaml`,
    ),
    advice: 'Hand anything else in as an argument',
  },
  {
    folder: 'documents, a folder deeper',
    file: 'src/documents/copy-as/planted.ts',
    allowed: words(`valibot ./shell.ts ../base64.ts ../../core/index.ts`),
    forbidden: words(
      `react zustand ../../core/sign.ts ../../state/s.ts ../../ui/u.tsx ../../../server/run.ts node:fs yaml`,
    ),
    advice: 'Hand anything else in as an argument',
  },
  {
    folder: 'core',
    file: 'src/core/planted.ts',
    allowed: words(`@smithy/signature-v4 @aws-crypto/sha256-browser @smithy/types ./sign.ts`),
    forbidden: words(`
      react valibot zustand node:crypto ../documents/d.ts ../state/s.ts ../ui/u.tsx
      @aws-sdk/client-lambda aws4fetch`),
    advice: 'is a port in InvokeClientConfig',
  },
  {
    folder: 'ui',
    file: 'src/ui/planted.tsx',
    allowed: words(`
      react react/jsx-runtime @base-ui/react/dialog @base-ui/react react-resizable-panels @tanstack/react-virtual
      lucide-react @fontsource-variable/inter ./u.tsx ./u.css ./monaco/code-editor.ts`),
    forbidden: words(`
      ../core/index.ts ../state/s.ts ../documents/d.ts ../features/a/a.tsx ../app/app.tsx monaco-editor/editor zustand
      valibot @tanstack/react-query node:fs`),
    advice: 'belongs in features/',
  },
  {
    folder: 'ui, a folder deeper',
    file: 'src/ui/tree/planted.tsx',
    allowed: words(`react lucide-react @base-ui/react/dialog ./row.tsx ../tone.ts`),
    forbidden: words(
      `../../core/index.ts ../../state/s.ts ../../features/a/a.tsx monaco-editor/editor zustand uplot`,
    ),
    advice: 'belongs in features/',
  },
  {
    folder: 'ui/monaco',
    file: 'src/ui/monaco/planted.ts',
    allowed: words(`
      monaco-editor/editor monaco-editor monaco-editor/editor/editor.worker?worker&url react ./look.ts ../tone.ts`),
    forbidden: words(
      `../../core/index.ts ../../state/s.ts ../../features/a/a.tsx zustand @base-ui/react/dialog`,
    ),
    advice: 'belongs in features/',
  },
  {
    folder: 'ui/chart',
    file: 'src/ui/chart/planted.ts',
    allowed: words(`uplot uplot/dist/uPlot.min.css react ./bar-chart.ts ../use-media.ts`),
    forbidden: words(
      `../../core/index.ts ../../state/s.ts ../../features/a/a.tsx zustand monaco-editor/editor`,
    ),
    advice: 'belongs in features/',
  },
  {
    folder: 'server',
    file: 'server/planted.ts',
    allowed: words(`
      node:http node:fs/promises vite yaml aws-lambda-ric ./listen.ts ./page/page-server.ts
      ../src/core/index.ts ../src/documents/d.ts`),
    forbidden: words(`
      ../src/core/sign.ts ../src/state/s.ts ../src/ui/u.tsx ../src/app/app.tsx ../src/features/a/a.ts
      ../scripts/build.mjs react zustand aws4fetch`),
    advice: 'stay in the page',
  },
  {
    folder: 'server, a folder deeper',
    file: 'server/page/planted.ts',
    allowed: words(`
      node:http ./rules.ts ../listen.ts ../lambda/lambda-server.ts ../../src/core/index.ts
      ../../src/documents/d.ts`),
    forbidden: words(
      `../../src/core/sign.ts ../../src/state/s.ts ../../src/ui/u.tsx ../../scripts/build.mjs react`,
    ),
    advice: 'stay in the page',
  },
  {
    folder: 'server, two folders deeper',
    file: 'server/lambda/api/planted.ts',
    allowed: words(`
      node:http ./invoke.ts ../limits.ts ../../listen.ts ../../../src/core/index.ts
      ../../../src/documents/d.ts`),
    forbidden: words(`../../../src/core/sign.ts ../../../src/state/s.ts ../../../scripts/build.mjs react`),
    advice: 'stay in the page',
  },
  {
    folder: 'e2e',
    file: 'e2e/planted.spec.ts',
    allowed: words(`playwright/test node:fs ./fixtures.ts ../tests/vectors/hostile.json`),
    forbidden: words(`../src/core/index.ts ../src/app/app.tsx ../server/run.ts`),
    advice: 'knows the console from outside only',
  },
];
