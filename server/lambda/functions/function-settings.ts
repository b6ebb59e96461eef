import * as v from 'valibot';
import {
  DEFAULT_MEMORY_MB,
  DEFAULT_TIMEOUT_SECONDS,
  MAX_MEMORY_MB,
  MAX_TIMEOUT_SECONDS,
  MIN_MEMORY_MB,
} from '../limits.ts';
import type { FunctionAlias, FunctionSettings } from './lambda-function.ts';

/** What function.json may hold; every key is optional. */
export interface FunctionDocument {
  settings: FunctionSettings;
  /** `file.export` or only the export's name. */
  handler: string | undefined;
  aliases: ReadonlyMap<string, FunctionAlias>;
}

export type ParsedDocument = { ok: true; document: FunctionDocument } | { ok: false; problems: string[] };

/** Reads the text of a function.json. Unknown keys are problems: a misspelt `timout` must not pass unnoticed. */
export function parseFunctionDocument(json: string): ParsedDocument {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { ok: false, problems: [error instanceof Error ? error.message : String(error)] };
  }
  const result = v.safeParse(documentSchema, value);
  if (!result.success) return { ok: false, problems: result.issues.map(describeIssue) };
  const { handler, aliases, timeout: timeoutSeconds, memory: memoryMb, ...rest } = result.output;
  const { description, environment, logFormat, tenantIsolation, reservedConcurrency, faults } = rest;
  const settings = {
    description,
    timeoutSeconds,
    memoryMb,
    environment,
    logFormat,
    tenantIsolation,
    reservedConcurrency,
    faults,
  };
  return { ok: true, document: { handler, aliases: toAliases(aliases), settings } };
}

/** The function.json that says the same; without what belongs to the function rather than to a version. */
export function documentOf(settings: FunctionSettings, handler: string): Record<string, unknown> {
  const {
    timeoutSeconds: timeout,
    memoryMb: memory,
    description,
    environment,
    logFormat,
    tenantIsolation,
    faults,
  } = settings;
  return { handler, description, timeout, memory, environment, logFormat, tenantIsolation, faults };
}

/** Set by Lambda itself; a function may not define them (Lambda's reserved environment variables). */
const RESERVED_VARIABLE =
  /^(_HANDLER|_X_AMZN_TRACE_ID|AWS_(DEFAULT_REGION|REGION|EXECUTION_ENV|ACCESS_KEY(_ID)?|SECRET_ACCESS_KEY|SESSION_TOKEN|LAMBDA_(FUNCTION_(NAME|MEMORY_SIZE|VERSION)|INITIALIZATION_TYPE|LOG_(GROUP|STREAM)_NAME|RUNTIME_API))|LAMBDA_(TASK_ROOT|RUNTIME_DIR))$/;
const variableName = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z][A-Za-z0-9_]*$/,
    'a variable name begins with a letter and has only letters, digits and _',
  ),
  v.check((name) => !RESERVED_VARIABLE.test(name), 'the variable is reserved by Lambda'),
);
const integer = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const version = v.pipe(
  v.string(),
  v.regex(/^(\$LATEST|[1-9][0-9]*)$/, 'a version is a number as text, or $LATEST'),
);
const weight = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const aliasName = v.pipe(v.string(), v.regex(/^(?![0-9]+$)[a-zA-Z0-9-_]{1,128}$/, 'not a valid alias name'));

const aliasSchema = v.strictObject({
  version,
  description: v.optional(v.string(), ''),
  weights: v.optional(v.record(version, weight), {}),
});

export const aliasesSchema = v.record(aliasName, aliasSchema);
export type AliasDocument = v.InferOutput<typeof aliasesSchema>;

const documentSchema = v.strictObject({
  $schema: v.optional(v.string()),
  handler: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
  description: v.optional(v.pipe(v.string(), v.maxLength(256)), ''),
  timeout: v.optional(integer(1, MAX_TIMEOUT_SECONDS), DEFAULT_TIMEOUT_SECONDS),
  memory: v.optional(integer(MIN_MEMORY_MB, MAX_MEMORY_MB), DEFAULT_MEMORY_MB),
  environment: v.optional(v.record(variableName, v.string()), {}),
  reservedConcurrency: v.optional(integer(0, 1000)),
  logFormat: v.optional(v.picklist(['Text', 'JSON']), 'Text'),
  tenantIsolation: v.optional(v.boolean(), false),
  aliases: v.optional(aliasesSchema, {}),
  faults: v.optional(v.boolean(), false),
});

export function toAliases(aliases: AliasDocument): ReadonlyMap<string, FunctionAlias> {
  const entries = Object.entries(aliases).map(
    ([name, { version: functionVersion, description, weights }]) => {
      return [
        name,
        { name, description, functionVersion, weights: new Map(Object.entries(weights)) },
      ] as const;
    },
  );
  return new Map(entries);
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path ? `${path}: ${issue.message}` : issue.message;
}
