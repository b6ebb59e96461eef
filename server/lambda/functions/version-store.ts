import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import {
  type AliasDocument,
  aliasesSchema,
  documentOf,
  parseFunctionDocument,
  toAliases,
} from './function-settings.ts';
import { handlerString } from './functions-folder.ts';
import type { FunctionAlias, FunctionCode, FunctionSettings, LambdaFunction } from './lambda-function.ts';
import { contentHash, fingerprint, listSources } from './source-tree.ts';

/** What the API says of a function's code. */
export interface CodeFacts {
  sizeBytes: number;
  sha256: string;
  modifiedMs: number;
}

/** A version: a copy of the code with the configuration it had, which never change again. */
export interface PublishedVersion {
  version: string;
  code: FunctionCode;
  settings: FunctionSettings;
  facts: CodeFacts;
}

/** Versions by number, the oldest first. What cannot be read is left out, as if it had been deleted. */
export function readVersions({ versionsFolder }: LambdaFunction): ReadonlyMap<string, PublishedVersion> {
  const numbers = listFolders(versionsFolder).filter((name) => /^[1-9][0-9]{0,8}$/.test(name));
  const versions = numbers
    .toSorted((a, b) => Number(a) - Number(b))
    .flatMap((version) => readVersion(join(versionsFolder, version), version));
  return new Map(versions.map((published) => [published.version, published]));
}

/** Copies code and configuration as the next version. Nothing changed since the last one: that one is the answer. */
export function publishVersion(fn: LambdaFunction, description: string | undefined): PublishedVersion {
  const published = [...readVersions(fn).values()];
  const last = published.at(-1);
  const facts = factsOf(fn.code);
  const settings = { ...fn.settings, description: description ?? fn.settings.description };
  if (last?.facts.sha256 === facts.sha256 && isSameConfiguration(last, fn)) return last;
  const version = String(Number(last?.version ?? 0) + 1);
  const folder = join(fn.versionsFolder, version);
  const unfinished = join(fn.versionsFolder, `.${version}-${process.pid}`);
  const document: v.InferInput<typeof versionSchema> = {
    publishedAt: new Date().toISOString(),
    codeSha256: facts.sha256,
    codeSize: facts.sizeBytes,
    entryFile: fn.code.entryFile,
    function: documentOf(settings, fn.code.handler),
  };
  copySources(fn.code, join(unfinished, CODE_FOLDER));
  writeFileSync(join(unfinished, VERSION_FILE), `${JSON.stringify(document, undefined, 2)}\n`);
  renameSync(unfinished, folder);
  const [written] = readVersion(folder, version);
  if (!written)
    throw new Error(`Version ${version} of ${fn.name} was written to ${folder} and cannot be read.`);
  return written;
}

export function factsOf(code: FunctionCode): CodeFacts {
  const files = listSources(code);
  const key = fingerprint(files, code.taskRoot);
  const known = factsByFingerprint.get(key);
  if (known) return known;
  const facts = {
    sizeBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0),
    sha256: contentHash(code.taskRoot, files),
    modifiedMs: Math.max(0, ...files.map((file) => file.modifiedMs)),
  };
  if (factsByFingerprint.size >= MAX_KNOWN_FACTS) factsByFingerprint.clear();
  factsByFingerprint.set(key, facts);
  return facts;
}

/** Reading every file for each list would take long; functions that are one file even share theirs. */
const factsByFingerprint = new Map<string, CodeFacts>();
const MAX_KNOWN_FACTS = 1000;

/** Aliases made or changed by the API, over those of the configuration file. */
export function readAliases(fn: LambdaFunction): ReadonlyMap<string, FunctionAlias> {
  return new Map([...fn.aliases, ...toAliases(readAliasFile(fn))]);
}

export function writeAlias(fn: LambdaFunction, alias: FunctionAlias): void {
  const weights = Object.fromEntries(alias.weights);
  const { name, functionVersion: version, description } = alias;
  const all = { ...readAliasFile(fn), [name]: { version, description, weights } };
  mkdirSync(fn.versionsFolder, { recursive: true });
  writeFileSync(join(fn.versionsFolder, ALIAS_FILE), `${JSON.stringify(all, undefined, 2)}\n`);
}

const VERSION_FILE = 'version.json';
const CODE_FOLDER = 'code';
const ALIAS_FILE = 'aliases.json';

const versionSchema = v.strictObject({
  publishedAt: v.pipe(v.string(), v.isoTimestamp()),
  codeSha256: v.string(),
  codeSize: v.number(),
  entryFile: v.string(),
  function: v.record(v.string(), v.unknown()),
});

function readVersion(folder: string, version: string): PublishedVersion[] {
  try {
    const stored = v.parse(versionSchema, JSON.parse(readFileSync(join(folder, VERSION_FILE), 'utf8')));
    const parsed = parseFunctionDocument(JSON.stringify(stored.function));
    if (!parsed.ok) return [];
    const { handler, settings } = parsed.document;
    const { entryFile, codeSize: sizeBytes, codeSha256: sha256 } = stored;
    const taskRoot = join(folder, CODE_FOLDER);
    const code = { taskRoot, entryFile, handler: handlerString(entryFile, handler), foreignFolders: [] };
    return [
      { version, code, settings, facts: { sizeBytes, sha256, modifiedMs: Date.parse(stored.publishedAt) } },
    ];
  } catch {
    return [];
  }
}

function readAliasFile(fn: LambdaFunction): AliasDocument {
  try {
    const json = readFileSync(join(fn.versionsFolder, ALIAS_FILE), 'utf8');
    return v.parse(aliasesSchema, JSON.parse(json));
  } catch {
    return {};
  }
}

/** The description is the version's own and does not make it another. */
function isSameConfiguration(version: PublishedVersion, fn: LambdaFunction): boolean {
  const comparable = (settings: FunctionSettings, handler: string): string =>
    JSON.stringify([documentOf({ ...settings, description: '', reservedConcurrency: undefined }, handler)]);
  return comparable(version.settings, version.code.handler) === comparable(fn.settings, fn.code.handler);
}

function copySources(code: FunctionCode, target: string): void {
  rmSync(target, { recursive: true, force: true });
  for (const { path } of listSources(code)) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    copyFileSync(join(code.taskRoot, path), join(target, path));
  }
}

function listFolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}
