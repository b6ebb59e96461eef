// @ts-check
import { gzipSync } from 'node:zlib';

/** @typedef {import('rolldown').OutputChunk} OutputChunk */

/**
 * What another page would ship for our core, its packages included: minified, gzip -9, in bytes. Why it is measured
 * so: docs/decisions/0007-core-size.md.
 *
 * @param {string} root
 */
export async function coreSizes(root) {
  const door = JSON.stringify(`${root}/src/core/index.ts`.replaceAll('\\', '/'));
  const sending = await bundle(`export { createInvokeClient } from ${door};`, streams);
  const whole = await bundle(`export * from ${door};`);
  const needed = staticClosure(whole);
  return {
    sendPath: sizeOf(staticClosure(sending)),
    wholeDoor: sizeOf(needed),
    late: sizeOf(whole.filter((chunk) => !needed.includes(chunk))),
  };
}

/** A client brings its streams along, but they are no part of sending: they count with the door. */
const streams = /[\\/]invoke-stream\.ts$/;

/**
 * @param {string} code The only code of the page.
 * @param {RegExp} [left] What is left out.
 * @returns {Promise<OutputChunk[]>}
 */
async function bundle(code, left) {
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: 'virtual:measured',
    platform: 'browser',
    ...(left ? { external: left } : {}),
    preserveEntrySignatures: 'strict',
    plugins: [
      {
        name: 'measured',
        resolveId: (id) => (id === 'virtual:measured' ? id : null),
        load: (id) => (id === 'virtual:measured' ? code : null),
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  return output.filter((part) => part.type === 'chunk');
}

/**
 * What must be there before the entry can run.
 *
 * @param {readonly OutputChunk[]} chunks
 */
function staticClosure(chunks) {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const files = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const file of files) for (const needed of byFile.get(file)?.imports ?? []) files.add(needed);
  return chunks.filter(({ fileName }) => files.has(fileName));
}

/** @param {readonly { code: string }[]} chunks */
function sizeOf(chunks) {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).byteLength, 0);
}
