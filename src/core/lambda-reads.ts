import type { CallOptions } from './client-types.ts';
import { defined } from './defined.ts';
import { textAt, toRecord } from './json-object.ts';
import { fromJson, functionPath, queryOf, read, type ReadClient, type ReadResult } from './read-call.ts';

/** A part of a list; `nextMarker` asks for the next one. */
export interface Page<T> {
  items: T[];
  nextMarker?: string;
}

export interface PageInput {
  marker?: string;
  /** 1 to 10,000; the service gives at most 50 functions a page. */
  maxItems?: number;
}

/** A function's settings, as far as someone who invokes it wants to know them. */
export interface FunctionConfiguration {
  functionName?: string;
  functionArn?: string;
  version?: string;
  description?: string;
  runtime?: string;
  handler?: string;
  packageType?: string;
  lastModified?: string;
  state?: string;
  lastUpdateStatus?: string;
  /** Seconds. */
  timeout?: number;
  /** MB. */
  memorySize?: number;
  /** `Text` or `JSON`. */
  logFormat?: string;
  /** Present for functions that want a tenant id. */
  tenantIsolationMode?: string;
  /** Durable functions take a durable execution name. */
  isDurable: boolean;
}

export interface AliasConfiguration {
  name: string;
  functionVersion: string;
  description?: string;
  /** Shares of invokes that other versions get, 0 to 1. */
  additionalVersionWeights: { version: string; weight: number }[];
}

export interface AccountSettings {
  concurrentExecutions?: number;
  unreservedConcurrentExecutions?: number;
  functionCount?: number;
}

/** One page of the region's functions. `functionVersion: 'ALL'` lists every published version too. */
export function listFunctions(
  client: ReadClient,
  input: PageInput & { functionVersion?: 'ALL'; masterRegion?: string } = {},
  options?: CallOptions,
): Promise<ReadResult<Page<FunctionConfiguration>>> {
  const {
    functionVersion: FunctionVersion,
    marker: Marker,
    masterRegion: MasterRegion,
    maxItems: MaxItems,
  } = input;
  const query = queryOf({ FunctionVersion, Marker, MasterRegion, MaxItems });
  const operation = {
    operation: 'ListFunctions',
    method: 'GET',
    path: '/2015-03-31/functions',
    query,
  } as const;
  return read(client, { operation, parse: pageOf('Functions', toConfiguration) }, options);
}

/** One page of a function's published versions, `$LATEST` first. */
export async function listVersionsByFunction(
  client: ReadClient,
  input: PageInput & { functionName: string },
  options?: CallOptions,
): Promise<ReadResult<Page<FunctionConfiguration>>> {
  const found = functionPath(input.functionName, 'versions');
  if ('refused' in found) return found.refused;
  const query = queryOf({ Marker: input.marker, MaxItems: input.maxItems });
  const operation = { operation: 'ListVersionsByFunction', method: 'GET', path: found.path, query } as const;
  return read(client, { operation, parse: pageOf('Versions', toConfiguration) }, options);
}

/** One page of a function's aliases, or of those that point to a version. */
export async function listAliases(
  client: ReadClient,
  input: PageInput & { functionName: string; functionVersion?: string },
  options?: CallOptions,
): Promise<ReadResult<Page<AliasConfiguration>>> {
  const found = functionPath(input.functionName, 'aliases');
  if ('refused' in found) return found.refused;
  const query = queryOf({
    FunctionVersion: input.functionVersion,
    Marker: input.marker,
    MaxItems: input.maxItems,
  });
  const operation = { operation: 'ListAliases', method: 'GET', path: found.path, query } as const;
  return read(client, { operation, parse: pageOf('Aliases', toAlias) }, options);
}

/** The settings of a function, version or alias. */
export async function getFunctionConfiguration(
  client: ReadClient,
  input: { functionName: string; qualifier?: string },
  options?: CallOptions,
): Promise<ReadResult<FunctionConfiguration>> {
  const found = functionPath(input.functionName, 'configuration');
  if ('refused' in found) return found.refused;
  const query = queryOf({ Qualifier: input.qualifier });
  const operation = {
    operation: 'GetFunctionConfiguration',
    method: 'GET',
    path: found.path,
    query,
  } as const;
  return read(client, { operation, parse: fromJson(toConfiguration) }, options);
}

/** The account's limits in the region. */
export function getAccountSettings(
  client: ReadClient,
  options?: CallOptions,
): Promise<ReadResult<AccountSettings>> {
  const operation = {
    operation: 'GetAccountSettings',
    method: 'GET',
    path: '/2016-08-19/account-settings',
  } as const;
  return read(client, { operation, parse: fromJson(toSettings) }, options);
}

/**
 * Every page of a list, one after the other: `eachPage((marker) => listFunctions(client, { marker }))`. Ends with
 * the first error, and when a marker comes twice.
 */
export async function* eachPage<T>(
  list: (page: { marker?: string }) => Promise<ReadResult<Page<T>>>,
): AsyncGenerator<ReadResult<Page<T>>, void> {
  const seen = new Set<string>();
  for (let page: { marker?: string } = {}; ;) {
    const result = await list(page);
    yield result;
    const marker = result.ok ? result.value.nextMarker : undefined;
    if (marker === undefined || seen.has(marker)) return;
    seen.add(marker);
    page = { marker };
  }
}

type Document = Record<string, unknown>;

function pageOf<T>(key: string, toItem: (document: Document) => T | undefined) {
  return fromJson((document): Page<T> | undefined => {
    const list = document[key];
    if (!Array.isArray(list)) return undefined;
    const items = list.flatMap((entry: unknown) => {
      const record = toRecord(entry);
      return (record && toItem(record)) ?? [];
    });
    return { items, ...defined({ nextMarker: textAt(document, 'NextMarker') || undefined }) };
  });
}

function toConfiguration(document: Document): FunctionConfiguration {
  return {
    ...defined({
      functionName: textAt(document, 'FunctionName'),
      functionArn: textAt(document, 'FunctionArn'),
      version: textAt(document, 'Version'),
      description: textAt(document, 'Description'),
      runtime: textAt(document, 'Runtime'),
      handler: textAt(document, 'Handler'),
      packageType: textAt(document, 'PackageType'),
      lastModified: textAt(document, 'LastModified'),
      state: textAt(document, 'State'),
      lastUpdateStatus: textAt(document, 'LastUpdateStatus'),
      timeout: numberAt(document, 'Timeout'),
      memorySize: numberAt(document, 'MemorySize'),
      logFormat: textAt(toRecord(document['LoggingConfig']), 'LogFormat'),
      tenantIsolationMode: textAt(toRecord(document['TenancyConfig']), 'TenantIsolationMode'),
    }),
    isDurable: toRecord(document['DurableConfig']) !== undefined,
  };
}

function toAlias(document: Document): AliasConfiguration | undefined {
  const name = textAt(document, 'Name');
  const functionVersion = textAt(document, 'FunctionVersion');
  if (name === undefined || functionVersion === undefined) return undefined;
  const weights = toRecord(toRecord(document['RoutingConfig'])?.['AdditionalVersionWeights']) ?? {};
  const additionalVersionWeights = Object.entries(weights).flatMap(([version, weight]) =>
    typeof weight === 'number' ? [{ version, weight }] : [],
  );
  const description = textAt(document, 'Description');
  return { name, functionVersion, additionalVersionWeights, ...defined({ description }) };
}

function toSettings(document: Document): AccountSettings {
  const limit = toRecord(document['AccountLimit']);
  return defined({
    concurrentExecutions: numberAt(limit, 'ConcurrentExecutions'),
    unreservedConcurrentExecutions: numberAt(limit, 'UnreservedConcurrentExecutions'),
    functionCount: numberAt(toRecord(document['AccountUsage']), 'FunctionCount'),
  });
}

function numberAt(document: Document | undefined, key: string): number | undefined {
  const value = document?.[key];
  return typeof value === 'number' ? value : undefined;
}
