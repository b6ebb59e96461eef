// @ts-check
import { gzipSync } from 'node:zlib';

/**
 * What another page would ship for our core, its packages included: minified, gzip -9, in bytes.
 * The send path is what must be there to send; what the core loads later by itself counts to the whole door.
 *
 * @param {string} root
 */
export async function coreSizes(root) {
  const { build } = await import('vite');
  const door = `${root}/src/core/index.ts`.replaceAll('\\', '/');

  /**
   * @param {string} code The only code of the page.
   * @returns {Promise<import('vite').Rolldown.OutputChunk[]>}
   */
  async function bundle(code) {
    const result = await build({
      root,
      configFile: false,
      logLevel: 'error',
      plugins: [
        {
          name: 'measured',
          resolveId: (id) => (id === 'virtual:measured' ? id : null),
          load: (id) => (id === 'virtual:measured' ? code : null),
        },
      ],
      build: {
        write: false,
        target: 'es2023',
        modulePreload: { polyfill: false },
        rolldownOptions: { input: 'virtual:measured', preserveEntrySignatures: 'strict' },
      },
    });
    const outputs = Array.isArray(result) ? result : [result];
    return outputs
      .flatMap((output) => ('output' in output ? output.output : []))
      .filter((part) => part.type === 'chunk');
  }

  const sending = await bundle(`export { createInvokeClient } from ${JSON.stringify(door)};`);
  const whole = await bundle(`export * from ${JSON.stringify(door)};`);
  return { sendPath: sizeOf(withoutLateParts(sending)), wholeDoor: sizeOf(whole) };
}

/** @param {readonly import('vite').Rolldown.OutputChunk[]} chunks */
function withoutLateParts(chunks) {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const files = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const file of files) for (const needed of byFile.get(file)?.imports ?? []) files.add(needed);
  return chunks.filter(({ fileName }) => files.has(fileName));
}

/** @param {readonly { code: string }[]} chunks */
function sizeOf(chunks) {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).byteLength, 0);
}
