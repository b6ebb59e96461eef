import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const document = readFileSync(fileURLToPath(new URL('../docs/hosting.md', import.meta.url)), 'utf8');

/** The code block of docs/hosting.md that stands below its own name in a line. */
export function hostingBlock(name: string): string {
  const [, ...after] = document.split(new RegExp(`^\`${name.replaceAll('.', '\\.')}\``, 'm'));
  const [, block] = /```\w+\n(.*?)```/s.exec(after.join('')) ?? [];
  if (block === undefined) throw new Error(`docs/hosting.md has no block named ${name}.`);
  return block;
}
