import { accessSync, constants, type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { FunctionDocuments } from './function-documents.ts';
import type { FunctionsFound, LambdaFunction } from './lambda-function.ts';

/**
 * Finds the functions of a folder: `<name>.{mjs,cjs,js,ts}` or `<name>/index.*`, with `<name>.function.json`
 * or `<name>/function.json` beside the code. Names come from the folder, never from a request.
 */
export class FunctionsFolder {
  readonly #root: string;
  readonly #documents = new FunctionDocuments();

  /** @throws Error that names the folder and what is wrong with it */
  constructor(folder: string) {
    assertReadable(folder);
    this.#root = resolve(folder);
  }

  /** What is there at this moment. */
  look(): FunctionsFound {
    const functions = new Map<string, LambdaFunction>();
    const problems: string[] = [];
    for (const found of findCode(this.#root)) {
      const { name } = found;
      if (!FUNCTION_NAME.test(name)) {
        problems.push(`${name}: not a function name (letters, digits, - and _, up to 64)`);
      } else if (functions.has(name)) problems.push(`${name}: there are a file and a folder, or two files`);
      else functions.set(name, this.#toFunction(found, problems));
    }
    return { functions, problems };
  }

  #toFunction(
    { name, taskRoot, entryFile, documentFile, foreignFolders }: FoundCode,
    problems: string[],
  ): LambdaFunction {
    const documents = this.#documents;
    const document = documentFile === undefined ? documents.defaults : documents.read(documentFile, problems);
    const { handler, settings, aliases } = document;
    return {
      name,
      code: { taskRoot, entryFile, handler: handlerString(entryFile, handler), foreignFolders },
      settings,
      aliases,
      versionsFolder: join(this.#root, VERSIONS_FOLDER, name),
    };
  }
}

/** RIC's form, out of what function.json says: an export's name, or the whole string. */
export function handlerString(entryFile: string, handler = 'handler'): string {
  return handler.includes('.') ? handler : `${basename(entryFile, extname(entryFile))}.${handler}`;
}

/** Beside the functions, hidden: a function cannot have this name. */
export const VERSIONS_FOLDER = '.versions';

/** Beside the functions: the presets that are served when no other folder is named. They are nobody's code. */
const PRESETS_FOLDER = 'presets';

interface FoundCode {
  name: string;
  taskRoot: string;
  entryFile: string;
  documentFile: string | undefined;
  foreignFolders: readonly string[];
}

const FUNCTION_NAME = /^[a-zA-Z0-9-_]{1,64}$/;
/** In the order in which RIC would try them. */
const EXTENSIONS = ['.js', '.mjs', '.cjs', '.ts'];
/** Test files, declarations and configuration lie beside handlers everywhere. */
const NOT_A_HANDLER = /\.(test|spec|d|config)$/;

function findCode(root: string): FoundCode[] {
  const entries = readdirSync(root, { withFileTypes: true }).filter(({ name }) => {
    return !name.startsWith('.') && name !== 'node_modules';
  });
  const folders = entries.filter((entry) => isFolder(root, entry)).map(({ name }) => name);
  const inFolders = folders.flatMap((name) => inFolder(root, name));
  const names = new Set(entries.map(({ name }) => name));
  // A function that is one file shares the folder with other functions, whose code is not its own.
  const foreignFolders = [...inFolders.map(({ name }) => name), PRESETS_FOLDER];
  const files = [...names].filter((name) => !folders.includes(name));
  return [...files.flatMap((file) => asFile(root, file, { names, foreignFolders })), ...inFolders];
}

interface FolderFacts {
  names: ReadonlySet<string>;
  foreignFolders: readonly string[];
}

function asFile(root: string, file: string, { names, foreignFolders }: FolderFacts): FoundCode[] {
  const extension = extname(file);
  const name = basename(file, extension);
  if (!EXTENSIONS.includes(extension) || NOT_A_HANDLER.test(name)) return [];
  const document = `${name}.function.json`;
  const documentFile = names.has(document) ? join(root, document) : undefined;
  return [{ name, taskRoot: root, entryFile: file, documentFile, foreignFolders }];
}

function inFolder(root: string, name: string): FoundCode[] {
  const taskRoot = join(root, name);
  const files = new Set(readdirSync(taskRoot));
  const extension = EXTENSIONS.find((candidate) => files.has(`index${candidate}`));
  if (extension === undefined) return [];
  const documentFile = files.has('function.json') ? join(taskRoot, 'function.json') : undefined;
  return [{ name, taskRoot, entryFile: `index${extension}`, documentFile, foreignFolders: [] }];
}

function isFolder(root: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(join(root, entry.name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function assertReadable(folder: string): void {
  try {
    if (!statSync(folder).isDirectory()) throw new Error('it is not a folder');
    accessSync(folder, constants.R_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The functions folder ${folder} cannot be read: ${reason}`, { cause: error });
  }
}
