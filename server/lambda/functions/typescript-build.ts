import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type * as Vite from 'vite';
import type { FunctionCode } from './lambda-function.ts';
import { fingerprint, listSources, type SourceFile } from './source-tree.ts';

/**
 * Makes runnable code out of a TypeScript handler: Node 20 strips no types, so the function's files are copied
 * into `.build/<fingerprint>` below its root, the TypeScript ones transformed by Vite's Oxc. The place lies
 * inside the function, so that its packages and its own relative files are found from there.
 */
export class TypeScriptBuild {
  readonly #builds = new Map<string, Promise<FunctionCode>>();

  /** Code without TypeScript at its entry is returned as it is. */
  prepare(code: FunctionCode): Promise<FunctionCode> {
    if (!isTypeScript(code.entryFile)) return Promise.resolve(code);
    const sources = listSources(code);
    const key = fingerprint(sources, code.taskRoot, code.handler)
      .replaceAll(/[^A-Za-z0-9]/g, '')
      .slice(0, 16);
    const known = this.#builds.get(key);
    if (known) return known;
    const build = this.#build(code, sources, key);
    this.#builds.set(key, build);
    build.catch(() => this.#builds.delete(key));
    return build;
  }

  async #build(code: FunctionCode, sources: readonly SourceFile[], key: string): Promise<FunctionCode> {
    const compiler = await import('vite'); // late: only who writes TypeScript waits for it
    const folder = join(code.taskRoot, BUILD_FOLDER);
    const target = join(folder, key);
    mkdirSync(target, { recursive: true });
    writeFileSync(join(folder, '.gitignore'), '*\n');
    for (const other of readdirSync(folder)) {
      // Of an earlier state of the code; an environment that still runs it has loaded it already.
      if (other !== key && other !== '.gitignore')
        rmSync(join(folder, other), { recursive: true, force: true });
    }
    const paths = new Set(sources.map(({ path }) => path));
    for (const path of paths) await writeBuilt({ compiler, code, paths, target }, path);
    const { entryFile, handler } = code;
    return { taskRoot: target, entryFile: toBuiltPath(entryFile), handler, foreignFolders: [] };
  }
}

const BUILD_FOLDER = '.build';

interface BuildContext {
  compiler: typeof Vite;
  code: FunctionCode;
  paths: ReadonlySet<string>;
  target: string;
}

async function writeBuilt(context: BuildContext, path: string): Promise<void> {
  const from = join(context.code.taskRoot, path);
  const to = join(context.target, toBuiltPath(path));
  mkdirSync(dirname(to), { recursive: true });
  if (isTypeScript(path)) writeFileSync(to, await transform(context, path));
  else if (!path.endsWith('.d.ts')) copyFileSync(from, to);
}

async function transform({ compiler, code, paths }: BuildContext, path: string): Promise<string> {
  const file = join(code.taskRoot, path);
  try {
    const options = { sourcemap: true, target: 'node20' } as const;
    const { code: built, map } = await compiler.transformWithOxc(readFileSync(file, 'utf8'), file, options);
    const sourceMap = Buffer.from(JSON.stringify({ ...map, sources: [file] }), 'utf8').toString('base64');
    const body = rewriteImports(compiler, built, { importer: path, paths });
    return `${body}\n//# sourceMappingURL=data:application/json;base64,${sourceMap}\n`;
  } catch (error) {
    // A mistake in the code is the function's init error: it appears where the code would have run.
    const message = error instanceof Error ? error.message.replaceAll(ANSI_COLOUR, '') : String(error);
    return `throw new SyntaxError(${JSON.stringify(message)});\n`;
  }
}

// eslint-disable-next-line no-control-regex
const ANSI_COLOUR = /\u001b\[[0-9;]*m/g;

interface ImportContext {
  importer: string;
  paths: ReadonlySet<string>;
}

/** Relative imports point to the built files; everything else stays as it is. */
function rewriteImports(compiler: typeof Vite, built: string, context: ImportContext): string {
  const { module } = compiler.parseSync('built.mjs', built);
  const reExports = module.staticExports.flatMap(({ entries }) =>
    entries.map(({ moduleRequest }) => moduleRequest),
  );
  const requests = [...module.staticImports, ...module.dynamicImports].map(
    ({ moduleRequest }) => moduleRequest,
  );
  const places = [...requests, ...reExports].flatMap((request) => (request ? [request] : []));
  const unique = new Map(places.map(({ start, end }) => [start, end]));
  let text = built;
  for (const [start, end] of [...unique].toSorted(([a], [b]) => b - a)) {
    const quoted = /^(["'])(\.\.?\/.*)\1$/.exec(built.slice(start, end));
    if (quoted)
      text = `${text.slice(0, start)}${JSON.stringify(toBuiltImport(quoted[2] ?? '', context))}${text.slice(end)}`;
  }
  return text;
}

/** `./util`, `./util.ts` and, as TypeScript wants it for Node, `./util.js` all mean util.ts when it exists. */
function toBuiltImport(specifier: string, { importer, paths }: ImportContext): string {
  const wanted = posix.join(posix.dirname(importer), specifier);
  const withoutExtension = wanted.replace(/\.(m|c)?js$/, '');
  const candidates = [
    wanted,
    `${withoutExtension}.ts`,
    `${withoutExtension}.mts`,
    `${wanted}.js`,
    `${wanted}.mjs`,
    `${wanted}/index.ts`,
    `${wanted}/index.js`,
  ];
  const found = candidates.find((candidate) => paths.has(candidate));
  if (found === undefined) return specifier;
  const relative = posix.relative(posix.dirname(importer), toBuiltPath(found));
  return relative.startsWith('.') ? relative : `./${relative}`;
}

function isTypeScript(path: string): boolean {
  return /\.m?ts$/.test(path) && !path.endsWith('.d.ts');
}

function toBuiltPath(path: string): string {
  return isTypeScript(path) ? path.replace(/\.m?ts$/, '.mjs') : path;
}
