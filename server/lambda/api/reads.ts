import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FunctionCatalogue } from '../functions/catalogue.ts';
import { factsOf } from '../functions/version-store.ts';
import { type ApiResponse, jsonResponse } from '../http/messages.ts';
import type { EnvironmentPool } from '../runtime/environment-pool.ts';
import { aliasConfiguration, functionConfiguration } from './configuration.ts';
import { type AccountScope, type FunctionReference, parseFunctionReference } from './function-reference.ts';
import { paginate } from './paging.ts';

export interface ReadContext {
  scope: AccountScope;
  catalogue: FunctionCatalogue;
  pool: EnvironmentPool;
}

/** FunctionVersion=ALL lists every version of every function, as the API does. */
export function listFunctions(query: URLSearchParams, { scope, catalogue }: ReadContext): ApiResponse {
  const all = query.get('FunctionVersion') === 'ALL';
  const versions = catalogue.list().flatMap((fn) => {
    return all ? catalogue.versions(fn) : [{ fn, version: '$LATEST', facts: factsOf(fn.code) }];
  });
  const { items, ...next } = paginate(versions, query);
  const Functions = items.map((item) => functionConfiguration({ ...item, scope, isQualified: all }));
  return jsonResponse(200, { ...next, Functions });
}

export function getFunctionConfiguration(
  functionName: string,
  query: URLSearchParams,
  context: ReadContext,
): ApiResponse {
  return jsonResponse(200, configurationOf(referenceOf(functionName, query, context.scope), context));
}

export function getFunction(functionName: string, query: URLSearchParams, context: ReadContext): ApiResponse {
  const reference = referenceOf(functionName, query, context.scope);
  const { code } = context.catalogue.describe(reference).fn;
  const { reservedConcurrency } = context.catalogue.find(reference).settings;
  return jsonResponse(200, {
    Configuration: configurationOf(reference, context),
    Code: { RepositoryType: 'file', Location: pathToFileURL(join(code.taskRoot, code.entryFile)).href },
    ...(reservedConcurrency !== undefined && {
      Concurrency: { ReservedConcurrentExecutions: reservedConcurrency },
    }),
  });
}

export function listVersionsByFunction(
  functionName: string,
  query: URLSearchParams,
  { catalogue, scope }: ReadContext,
): ApiResponse {
  const versions = catalogue.versions(catalogue.find(referenceOf(functionName, query, scope)));
  const { items, ...next } = paginate(versions, query);
  const Versions = items.map((item) => functionConfiguration({ ...item, scope, isQualified: true }));
  return jsonResponse(200, { ...next, Versions });
}

export function listAliases(
  functionName: string,
  query: URLSearchParams,
  { catalogue, scope }: ReadContext,
): ApiResponse {
  const fn = catalogue.find(referenceOf(functionName, query, scope));
  const version = query.get('FunctionVersion');
  const aliases = catalogue
    .aliases(fn)
    .filter((alias) => version === null || alias.functionVersion === version);
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
      TotalCodeSize: functions.reduce((sum, fn) => sum + factsOf(fn.code).sizeBytes, 0),
      FunctionCount: functions.length,
    },
  });
}

function referenceOf(functionName: string, query: URLSearchParams, scope: AccountScope): FunctionReference {
  return parseFunctionReference(functionName, query.get('Qualifier') ?? undefined, scope);
}

function configurationOf(reference: FunctionReference, { catalogue, scope }: ReadContext): object {
  const isQualified = reference.qualifier !== undefined;
  return functionConfiguration({ ...catalogue.describe(reference), scope, isQualified });
}
