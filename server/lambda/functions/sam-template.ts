import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import type { Document } from 'yaml';
import type { AccountScope } from '../api/function-reference.ts';
import { parseFunctionDocument } from './function-settings.ts';
import { VERSIONS_FOLDER } from './functions-folder.ts';
import type { FunctionAlias, FunctionsFound, LambdaFunction } from './lambda-function.ts';
import { resolveText, shortForms, type TemplateValues } from './sam-intrinsics.ts';

/**
 * Reads the Node functions of a SAM template: name, code, handler, timeout, memory, environment and the alias of
 * AutoPublishAlias, with Globals and the defaults of Parameters. What only a deployment knows is left out, and said.
 * @throws Error when the file cannot be read at all
 */
export async function openTemplate(file: string, scope: AccountScope): Promise<() => FunctionsFound> {
  const { parseDocument } = await import('yaml'); // late: without a template nobody needs it
  const parse = (text: string): Document =>
    parseDocument(text, { customTags: shortForms, logLevel: 'error' });
  readTemplateText(file);
  let before = { text: '', found: EMPTY };
  return () => {
    const text = readTemplateText(file);
    if (text !== before.text) before = { text, found: readFunctions(resolve(file), parse(text), scope) };
    return before.found;
  };
}

const EMPTY: FunctionsFound = { functions: new Map(), problems: [] };

function readTemplateText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The template ${file} cannot be read: ${reason}`, { cause: error });
  }
}

const propertiesSchema = v.object({
  FunctionName: v.optional(v.unknown()),
  Runtime: v.optional(v.unknown()),
  Handler: v.optional(v.unknown()),
  CodeUri: v.optional(v.unknown()),
  Description: v.optional(v.unknown()),
  Timeout: v.optional(v.unknown()),
  MemorySize: v.optional(v.unknown()),
  ReservedConcurrentExecutions: v.optional(v.unknown()),
  AutoPublishAlias: v.optional(v.unknown()),
  Environment: v.optional(v.object({ Variables: v.optional(v.record(v.string(), v.unknown()), {}) })),
  LoggingConfig: v.optional(v.object({ LogFormat: v.optional(v.unknown()) })),
});
type Properties = v.InferOutput<typeof propertiesSchema>;

const templateSchema = v.object({
  Parameters: v.optional(v.record(v.string(), v.object({ Default: v.optional(v.unknown()) })), {}),
  Globals: v.optional(v.object({ Function: v.optional(propertiesSchema, {}) }), {}),
  Resources: v.record(
    v.string(),
    v.object({ Type: v.optional(v.string(), ''), Properties: v.optional(v.unknown(), {}) }),
  ),
});

interface TemplateContext {
  file: string;
  values: TemplateValues;
  problems: string[];
}

function readFunctions(file: string, document: Document, scope: AccountScope): FunctionsFound {
  const template = v.safeParse(templateSchema, document.toJS());
  const [syntaxError] = document.errors;
  if (syntaxError) return { functions: new Map(), problems: [`${file}: ${syntaxError.message}`] };
  if (!template.success)
    return { functions: new Map(), problems: [`${file}: ${template.issues[0].message}`] };
  const { Parameters, Globals, Resources } = template.output;
  const context: TemplateContext = { file, values: knownValues(Parameters, scope), problems: [] };
  const functions = Object.entries(Resources).flatMap(([logicalId, { Type, Properties: own }]) => {
    if (Type !== 'AWS::Serverless::Function') return [];
    const properties = v.safeParse(propertiesSchema, own);
    if (!properties.success) return say(context, `${logicalId}: ${properties.issues[0].message}`);
    return toFunction(logicalId, merge(Globals.Function ?? {}, properties.output), context);
  });
  return { functions: new Map(functions.map((fn) => [fn.name, fn])), problems: context.problems };
}

function knownValues(parameters: Record<string, { Default?: unknown }>, scope: AccountScope): TemplateValues {
  const values = new Map([
    ['AWS::Region', scope.region],
    ['AWS::AccountId', scope.accountId],
    ['AWS::Partition', 'aws'],
    ['AWS::URLSuffix', 'amazonaws.com'],
    ['AWS::StackName', 'local'],
  ]);
  for (const [name, { Default }] of Object.entries(parameters)) {
    const text = resolveText(Default, values);
    if (text !== undefined) values.set(name, text);
  }
  return values;
}

function merge(globals: Properties, own: Properties): Properties {
  const Variables = { ...globals.Environment?.Variables, ...own.Environment?.Variables };
  return { ...globals, ...own, Environment: { Variables } };
}

function toFunction(logicalId: string, properties: Properties, context: TemplateContext): LambdaFunction[] {
  const text = (value: unknown): string | undefined => resolveText(value, context.values);
  const name = text(properties.FunctionName) ?? logicalId;
  const handler = text(properties.Handler) ?? '';
  const runtime = text(properties.Runtime) ?? '';
  if (!runtime.startsWith('nodejs'))
    return say(context, `${name}: runtime ${runtime || '(none)'} is not run here`);
  if (!/^[a-zA-Z0-9-_]{1,64}$/.test(name)) return say(context, `${name}: not a function name`);
  const taskRoot = join(dirname(context.file), text(properties.CodeUri) ?? '.');
  const entryFile = findEntry(taskRoot, handler);
  if (entryFile === undefined)
    return say(context, `${name}: no code for the handler "${handler}" in ${taskRoot}`);
  const document = parseFunctionDocument(JSON.stringify(toDocument(name, properties, context)));
  if (!document.ok) return say(context, `${name}: ${document.problems.join('; ')}`);
  return [
    {
      name,
      code: { taskRoot, entryFile, handler, foreignFolders: [] },
      settings: document.document.settings,
      aliases: autoPublishAlias(text(properties.AutoPublishAlias)),
      versionsFolder: join(dirname(context.file), VERSIONS_FOLDER, name),
    },
  ];
}

/** The configuration as function.json would say it. */
function toDocument(name: string, properties: Properties, context: TemplateContext): object {
  const text = (value: unknown): string | undefined => resolveText(value, context.values);
  const number = (value: unknown): number | undefined =>
    text(value) === undefined ? undefined : Number(text(value));
  const environment = Object.entries(properties.Environment?.Variables ?? {}).flatMap(([variable, value]) => {
    const known = text(value);
    if (known !== undefined) return [[variable, known]];
    say(context, `${name}: the value of ${variable} is known after a deployment only; it is left out`);
    return [];
  });
  return {
    description: text(properties.Description),
    timeout: number(properties.Timeout),
    memory: number(properties.MemorySize),
    reservedConcurrency: number(properties.ReservedConcurrentExecutions),
    logFormat: text(properties.LoggingConfig?.LogFormat),
    environment: Object.fromEntries(environment),
  };
}

/** A deployment would publish the code as it is; so the alias means the code as it is. */
function autoPublishAlias(name: string | undefined): ReadonlyMap<string, FunctionAlias> {
  if (!name) return new Map();
  return new Map([
    [name, { name, description: 'AutoPublishAlias', functionVersion: '$LATEST', weights: new Map() }],
  ]);
}

function findEntry(taskRoot: string, handler: string): string | undefined {
  const [, modulePath] = /^(.*?[^/]*?)\.[^/]+$/.exec(handler) ?? [];
  if (!modulePath || modulePath.includes('..')) return undefined;
  const candidates = ['.js', '.mjs', '.cjs', '.ts', '.mts'].map((extension) => `${modulePath}${extension}`);
  return candidates.find((candidate) => existsSync(join(taskRoot, candidate)));
}

function say(context: TemplateContext, problem: string): [] {
  context.problems.push(problem);
  return [];
}
