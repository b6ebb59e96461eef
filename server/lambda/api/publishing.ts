import * as v from 'valibot';
import type { FunctionCatalogue } from '../functions/catalogue.ts';
import type { FunctionAlias, LambdaFunction } from '../functions/lambda-function.ts';
import {
  factsOf,
  publishVersion as publish,
  readAliases,
  readVersions,
  writeAlias,
} from '../functions/version-store.ts';
import { type ApiRequest, type ApiResponse, jsonResponse } from '../http/messages.ts';
import { ApiError, validationError } from './api-error.ts';
import { aliasConfiguration, functionConfiguration } from './configuration.ts';
import { type AccountScope, functionArn, parseFunctionReference } from './function-reference.ts';

export interface PublishingContext {
  scope: AccountScope;
  catalogue: FunctionCatalogue;
}

/** POST .../versions: 201 with the version, the last one again when nothing has changed since. */
export function publishVersion(
  request: ApiRequest,
  functionName: string,
  context: PublishingContext,
): ApiResponse {
  const fn = functionOf(functionName, context);
  const input = readBody(request, publishSchema);
  const { sha256 } = factsOf(fn.code);
  if (input.CodeSha256 !== undefined && input.CodeSha256 !== sha256) {
    const message = `CodeSHA256 (${input.CodeSha256}) is different from current CodeSHA256 in $LATEST (${sha256}). Please try again with the CodeSHA256 in $LATEST.`;
    throw new ApiError('InvalidParameterValueException', message);
  }
  const { version, code, settings, facts } = publish(fn, input.Description);
  const published = { fn: { ...fn, code, settings }, version, facts };
  return jsonResponse(201, functionConfiguration({ ...published, scope: context.scope, isQualified: true }));
}

/** POST .../aliases */
export function createAlias(
  request: ApiRequest,
  functionName: string,
  context: PublishingContext,
): ApiResponse {
  const fn = functionOf(functionName, context);
  const { Name, ...members } = readBody(request, createAliasSchema);
  if (!ALIAS_NAME.test(Name)) {
    throw validationError(
      Name,
      'name',
      `satisfy regular expression pattern: ${ALIAS_NAME.source.slice(1, -1)}`,
    );
  }
  if (readAliases(fn).has(Name)) {
    throw new ApiError(
      'ResourceConflictException',
      `Alias already exists: ${functionArn(fn.name, context.scope, Name)}`,
    );
  }
  const alias = withMembers(
    { name: Name, description: '', functionVersion: '', weights: new Map() },
    members,
  );
  return save(fn, alias, { status: 201, context });
}

/** PUT .../aliases/{Name}: what is not given stays as it is. */
export function updateAlias(
  request: ApiRequest,
  { functionName, name }: { functionName: string; name: string },
  context: PublishingContext,
): ApiResponse {
  const fn = functionOf(functionName, context);
  const known = readAliases(fn).get(name);
  if (!known) throw aliasNotFound(fn, name, context);
  return save(fn, withMembers(known, readBody(request, updateAliasSchema)), { status: 200, context });
}

/** GET .../aliases/{Name} */
export function getAlias(functionName: string, name: string, context: PublishingContext): ApiResponse {
  const fn = functionOf(functionName, context);
  const alias = readAliases(fn).get(name);
  if (!alias) throw aliasNotFound(fn, name, context);
  return jsonResponse(200, aliasConfiguration(fn, alias, context.scope));
}

const ALIAS_NAME = /^(?!^[0-9]+$)([a-zA-Z0-9-_]+)$/;
const publishSchema = v.object({ CodeSha256: v.optional(v.string()), Description: v.optional(v.string()) });
const updateAliasSchema = v.object({
  FunctionVersion: v.optional(v.string()),
  Description: v.optional(v.string()),
  RoutingConfig: v.optional(
    v.object({
      AdditionalVersionWeights: v.optional(
        v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
      ),
    }),
  ),
});
const createAliasSchema = v.object({
  ...updateAliasSchema.entries,
  Name: v.string(),
  FunctionVersion: v.string(),
});

function readBody<S extends v.GenericSchema>(request: ApiRequest, schema: S): v.InferOutput<S> {
  let value: unknown;
  try {
    value = request.body.length === 0 ? {} : JSON.parse(request.body.toString('utf8'));
  } catch {
    throw new ApiError('InvalidRequestContentException', 'Could not parse request body into json.');
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [{ message }] = result.issues;
  throw new ApiError(
    'ValidationException',
    `1 validation error detected: ${v.getDotPath(result.issues[0]) ?? 'body'}: ${message}`,
  );
}

function functionOf(functionName: string, { catalogue, scope }: PublishingContext): LambdaFunction {
  return catalogue.find(parseFunctionReference(functionName, undefined, scope));
}

function withMembers(alias: FunctionAlias, members: v.InferOutput<typeof updateAliasSchema>): FunctionAlias {
  const { FunctionVersion, Description, RoutingConfig } = members;
  return {
    ...alias,
    functionVersion: FunctionVersion ?? alias.functionVersion,
    description: Description ?? alias.description,
    weights: RoutingConfig
      ? new Map(Object.entries(RoutingConfig.AdditionalVersionWeights ?? {}))
      : alias.weights,
  };
}

interface SaveOptions {
  status: number;
  context: PublishingContext;
}

function save(fn: LambdaFunction, alias: FunctionAlias, { status, context }: SaveOptions): ApiResponse {
  checkVersions(fn, alias, context);
  writeAlias(fn, alias);
  return jsonResponse(status, aliasConfiguration(fn, alias, context.scope));
}

function checkVersions(fn: LambdaFunction, alias: FunctionAlias, { scope }: PublishingContext): void {
  const versions = readVersions(fn);
  for (const version of [alias.functionVersion, ...alias.weights.keys()]) {
    if (version === '$LATEST' && alias.weights.size > 0) {
      throw new ApiError(
        'InvalidParameterValueException',
        '$LATEST is not supported for an alias pointing to more than 1 version',
      );
    }
    if (version !== '$LATEST' && !versions.has(version)) {
      const arn = functionArn(fn.name, scope, version);
      throw new ApiError('ResourceNotFoundException', `Function not found: ${arn}`);
    }
  }
  if (alias.weights.size > 1) {
    const message = 'Number of items in AdditionalVersionWeights cannot be greater than 1';
    throw new ApiError('InvalidParameterValueException', message);
  }
  if (alias.weights.has(alias.functionVersion)) {
    const message = `Invalid function version ${alias.functionVersion}. Function version ${alias.functionVersion} is already included in routing configuration.`;
    throw new ApiError('InvalidParameterValueException', message);
  }
}

function aliasNotFound(fn: LambdaFunction, name: string, { scope }: PublishingContext): ApiError {
  const message = `Cannot find alias arn: ${functionArn(fn.name, scope, name)}`;
  return new ApiError('ResourceNotFoundException', message);
}
