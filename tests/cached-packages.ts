import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * The `node_modules` of packages, each with its exact version, that only a comparison needs: too much for everyone's
 * installation. They come once into the user's cache, as others may write into the shared one. Rejects when that is
 * not possible: there may be no registry to install from.
 */
export async function installCached(packages: readonly string[]): Promise<string> {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'invoke-console');
  const folder = join(cache, packages.join('-'));
  const modules = join(folder, 'node_modules');
  if (await exists(modules)) return modules;
  await mkdir(cache, { recursive: true });
  const unfinished = await mkdtemp(join(cache, 'unfinished-'));
  try {
    const options = [
      '--prefix',
      unfinished,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
    ];
    await promisify(execFile)('npm', ['install', ...options, ...packages], {
      cwd: unfinished,
      timeout: 180_000,
      shell: process.platform === 'win32',
    });
    // At once or not at all: another run may be installing too, and then the first one counts.
    await rename(unfinished, folder).catch(async (cause: unknown) => {
      if (!(await exists(modules))) throw cause;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return modules;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
