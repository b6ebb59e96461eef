import { pathToFileURL } from 'node:url';
import type { FunctionCatalogue } from '../functions/catalogue.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';
import { type ApiResponse, jsonResponse } from '../http/messages.ts';
import type { EnvironmentPool } from '../runtime/environment-pool.ts';
import { aliasConfiguration, functionConfiguration } from './configuration.ts';
import { type AccountScope, parseFunctionReference } from './function-reference.ts';
import { paginate } from './paging.ts';

export interface ReadContext {
  scope: AccountScope;
  catalogue: FunctionCatalogue;
  pool: EnvironmentPool;
}

export function listFunctions(query: URLSearchParams, { scope, catalogue }: ReadContext): ApiResponse {
  const { items, ...next } = paginate(catalogue.list(), query);
  return jsonResponse(200, {
    ...next,
    Functions: items.map((fn) => latestConfiguration(fn, catalogue, scope)),
  });
}

export function getFunctionConfiguration(
  functionName: string,
  query: URLSearchParams,
  context: ReadContext,
): ApiResponse {
  return jsonResponse(200, configurationOf(functionName, query, context));
}

export function getFunction(functionName: string, query: URLSearchParams, context: ReadContext): ApiResponse {
  const { fn } = context.catalogue.resolve(referenceOf(functionName, query, context.scope));
  return jsonResponse(200, {
    Configuration: configurationOf(functionName, query, context),
    Code: { RepositoryType: 'file', Location: pathToFileURL(fn.code.entryFile).href },
    ...(fn.settings.reservedConcurrency !== undefined && {
      Concurrency: { ReservedConcurrentExecutions: fn.settings.reservedConcurrency },
    }),
  });
}

export function listVersionsByFunction(
  functionName: string,
  query: URLSearchParams,
  context: ReadContext,
): ApiResponse {
  const { catalogue, scope } = context;
  const fn = catalogue.find(referenceOf(functionName, query, scope));
  const latest = functionConfiguration({
    fn,
    version: '$LATEST',
    facts: catalogue.facts(fn),
    scope,
    isQualified: true,
  });
  const { items, ...next } = paginate([latest], query);
  return jsonResponse(200, { ...next, Versions: items });
}

export function listAliases(functionName: string, query: URLSearchParams, context: ReadContext): ApiResponse {
  const { catalogue, scope } = context;
  const fn = catalogue.find(referenceOf(functionName, query, scope));
  const version = query.get('FunctionVersion');
  const aliases = [...fn.aliases.values()].filter(
    (alias) => version === null || alias.functionVersion === version,
  );
  const { items, ...next } = paginate(aliases, query);
  return jsonResponse(200, { ...next, Aliases: items.map((alias) => aliasConfiguration(fn, alias, scope)) });
}

export function getAccountSettings({ catalogue, pool }: ReadContext): ApiResponse {
  const functions = catalogue.list();
  const reserved = functions.reduce((sum, fn) => sum + (fn.settings.reservedConcurrency ?? 0), 0);
  return jsonResponse(200, {
    AccountLimit: {
      TotalCodeSize: 80_530_636_800,
      CodeSizeUnzipped: 262_144_000,
      CodeSizeZipped: 52_428_800,
      ConcurrentExecutions: pool.concurrentExecutions,
      UnreservedConcurrentExecutions: pool.concurrentExecutions - reserved,
    },
    AccountUsage: {
      TotalCodeSize: functions.reduce((sum, fn) => sum + catalogue.facts(fn).sizeBytes, 0),
      FunctionCount: functions.length,
    },
  });
}

function referenceOf(functionName: string, query: URLSearchParams, scope: AccountScope) {
  return parseFunctionReference(functionName, query.get('Qualifier') ?? undefined, scope);
}

function configurationOf(
  functionName: string,
  query: URLSearchParams,
  { catalogue, scope }: ReadContext,
): object {
  const reference = referenceOf(functionName, query, scope);
  const { fn, version } = catalogue.resolve(reference);
  const isQualified = reference.qualifier !== undefined;
  return functionConfiguration({ fn, version, facts: catalogue.facts(fn), scope, isQualified });
}

function latestConfiguration(fn: LambdaFunction, catalogue: FunctionCatalogue, scope: AccountScope): object {
  return functionConfiguration({
    fn,
    version: '$LATEST',
    facts: catalogue.facts(fn),
    scope,
    isQualified: false,
  });
}
