import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { defaultDocument, type FunctionDocument, parseFunctionDocument } from './function-settings.ts';
import type { FunctionsFound, LambdaFunction } from './lambda-function.ts';

/**
 * Finds the functions of a folder: `<name>.{mjs,cjs,js,ts}` or `<name>/index.*`, with `<name>.function.json`
 * or `<name>/function.json` beside the code. Names come from the folder, never from a request.
 */
export function readFunctionsFolder(folder: string): FunctionsFound {
  const root = resolve(folder);
  const functions = new Map<string, LambdaFunction>();
  const problems: string[] = [];
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const found = isFolder(join(root, entry.name)) ? inFolder(root, entry.name) : asFile(root, entry.name);
    if (!found) continue;
    if (!FUNCTION_NAME.test(found.name))
      problems.push(`${entry.name}: not a function name (letters, digits, - and _, up to 64)`);
    else if (functions.has(found.name))
      problems.push(`${entry.name}: there is another function "${found.name}"`);
    else functions.set(found.name, toFunction(root, found, problems));
  }
  const foreignFolders = [...functions.keys()].filter((name) => isFolder(join(root, name)));
  return {
    functions: new Map([...functions].map(([name, fn]) => [name, withForeign(fn, root, foreignFolders)])),
    problems,
  };
}

/** Throws an Error that names the folder and what is wrong with it. */
export function assertReadableFolder(folder: string): void {
  try {
    if (!statSync(folder).isDirectory()) throw new Error('it is not a folder');
    accessSync(folder, constants.R_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The functions folder ${folder} cannot be read: ${reason}`, { cause: error });
  }
}

interface FoundCode {
  name: string;
  taskRoot: string;
  entryFile: string;
  documentFile: string;
}

const FUNCTION_NAME = /^[a-zA-Z0-9-_]{1,64}$/;
/** In the order in which RIC would try them. */
const EXTENSIONS = ['.js', '.mjs', '.cjs', '.ts'];

function asFile(root: string, fileName: string): FoundCode | undefined {
  const extension = extname(fileName);
  const name = basename(fileName, extension);
  if (!EXTENSIONS.includes(extension) || NOT_A_HANDLER.test(name)) return undefined;
  return {
    name,
    taskRoot: root,
    entryFile: fileName,
    documentFile: join(root, `${name}.function.json`),
  };
}

/** Test files, declarations and configuration lie beside handlers everywhere. */
const NOT_A_HANDLER = /\.(test|spec|d|config)$/;

function inFolder(root: string, name: string): FoundCode | undefined {
  const taskRoot = join(root, name);
  const files = new Set(readdirSync(taskRoot));
  const extension = EXTENSIONS.find((candidate) => files.has(`index${candidate}`));
  const documentFile = join(taskRoot, 'function.json');
  if (extension) return { name, taskRoot, entryFile: `index${extension}`, documentFile };
  return undefined;
}

function toFunction(root: string, found: FoundCode, problems: string[]): LambdaFunction {
  const { name, taskRoot, entryFile } = found;
  const { handler, settings, aliases } = readDocument(found, problems);
  return {
    name,
    code: { taskRoot, entryFile, handler: handlerString(entryFile, handler), foreignFolders: [] },
    settings,
    aliases,
    versionsFolder: join(root, VERSIONS_FOLDER, name),
  };
}

/** RIC's form, out of what function.json says: an export's name, or the whole string. */
export function handlerString(entryFile: string, handler = 'handler'): string {
  return handler.includes('.') ? handler : `${basename(entryFile, extname(entryFile))}.${handler}`;
}

/** Beside the functions, hidden: a function cannot have this name. */
export const VERSIONS_FOLDER = '.versions';

/** A function that is one file shares the folder with other functions, whose code is not its own. */
function withForeign(fn: LambdaFunction, root: string, foreignFolders: string[]): LambdaFunction {
  return fn.code.taskRoot === root ? { ...fn, code: { ...fn.code, foreignFolders } } : fn;
}

function readDocument({ documentFile }: FoundCode, problems: string[]): FunctionDocument {
  let json: string;
  try {
    json = readFileSync(documentFile, 'utf8');
  } catch {
    return defaultDocument();
  }
  const parsed = parseFunctionDocument(json);
  if (parsed.ok) return parsed.document;
  problems.push(`${documentFile}: ${parsed.problems.join('; ')} (the defaults are used)`);
  return defaultDocument();
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
