import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { defaultDocument, type FunctionDocument, parseFunctionDocument } from './function-settings.ts';
import type { LambdaFunction } from './lambda-function.ts';

/** What a look into the folder found. */
export interface FolderContents {
  functions: ReadonlyMap<string, LambdaFunction>;
  /** Said once in the terminal: files that look like functions but cannot be. */
  problems: readonly string[];
}

/**
 * Finds the functions of a folder: `<name>.{mjs,cjs,js,ts}` or `<name>/index.*`, with `<name>.function.json`
 * or `<name>/function.json` beside the code. Names come from the folder, never from a request.
 */
export function readFunctionsFolder(folder: string): FolderContents {
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
    else functions.set(found.name, toFunction(found, problems));
  }
  return { functions, problems };
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
    entryFile: join(root, fileName),
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
  if (extension) return { name, taskRoot, entryFile: join(taskRoot, `index${extension}`), documentFile };
  return undefined;
}

function toFunction(found: FoundCode, problems: string[]): LambdaFunction {
  const document = readDocument(found, problems);
  const moduleName = basename(found.entryFile, extname(found.entryFile));
  const handler = document.handler ?? 'handler';
  return {
    name: found.name,
    code: {
      taskRoot: found.taskRoot,
      entryFile: found.entryFile,
      handler: handler.includes('.') ? handler : `${moduleName}.${handler}`,
    },
    settings: document.settings,
    aliases: document.aliases,
  };
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
