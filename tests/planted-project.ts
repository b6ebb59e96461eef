import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One finding of the linter in a planted file. */
export interface Finding {
  /** Path in the planted project, with forward slashes. */
  file: string;
  /** Such as `eslint(no-restricted-imports)`. */
  rule: string;
  /** What is wrong and what to do instead. */
  text: string;
}

/**
 * Writes files into a project of their own under our lint rules and returns what the linter says of them.
 * A top folder named `house-...` is a project in itself.
 */
export async function lintPlanted(files: Readonly<Record<string, string>>): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'planted-'));
  try {
    await writeFile(join(folder, '.gitignore'), 'node_modules/\n');
    await writeFile(
      join(folder, 'tsconfig.json'),
      '{ "compilerOptions": { "strict": true, "target": "es2023" } }',
    );
    const houses = Object.keys(files).flatMap((path) => /^house-[^/]+\//.exec(path) ?? []);
    for (const house of ['', ...new Set(houses)]) {
      await mkdir(join(folder, house), { recursive: true });
      await copyFile(join(root, '.oxlintrc.json'), join(folder, house, '.oxlintrc.json'));
    }
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return parseReport(await lint(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The linter's report; it ends with 1 whenever it finds something, which is what these tests want. */
function lint(folder: string): Promise<string> {
  const args = [join(root, 'node_modules/oxlint/bin/oxlint'), '--type-aware', '--format', 'json', '.'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(new Error(`oxlint gave no report: ${stdout}${stderr}`, { cause: error }));
    });
  });
}

interface Report {
  diagnostics: { filename: string; code?: string; message: string; help?: string }[];
}

function parseReport(text: string): Finding[] {
  const report = JSON.parse(text) as Report;
  return report.diagnostics.map(({ filename, code = '', message, help = '' }) => ({
    file: filename.replaceAll('\\', '/').replace(/^\.\//, ''),
    rule: code,
    text: `${message} ${help}`,
  }));
}
