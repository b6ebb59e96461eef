import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** What the build made of one chunk; the size check reads it. */
export interface ReportedChunk {
  isEntry: boolean;
  /** Files that must be loaded before this one runs. */
  imports: string[];
  /** Files loaded when asked for. */
  dynamicImports: string[];
  /** Style sheets and other files that it loads with itself. */
  css: string[];
  assets: string[];
  /** Sources in it, relative to the project. */
  modules: string[];
}

/** Writes which sources went into which file, outside the folder that is served. */
export function chunkReport(file: string): Plugin {
  let root = process.cwd();
  return {
    name: 'chunk-report',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
    },
    writeBundle: (_options, bundle) => {
      const report: Record<string, ReportedChunk> = {};
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        report[output.fileName] = {
          isEntry: output.isEntry,
          imports: output.imports,
          dynamicImports: output.dynamicImports,
          css: [...(output.viteMetadata?.importedCss ?? [])],
          assets: [...(output.viteMetadata?.importedAssets ?? [])],
          modules: output.moduleIds.map((id) => relative(root, id.replace(/^\0/, ''))),
        };
      }
      writeFileSync(resolve(root, file), JSON.stringify(report, undefined, 1));
    },
  };
}
