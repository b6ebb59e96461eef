import type { CallOptions } from './client-types.ts';
import { defined } from './defined.ts';
import { escapeLabel } from './escape.ts';
import { refused } from './failures.ts';
import { parseFunctionName } from './function-name.ts';
import { textAt, toRecord } from './json-object.ts';
import { fromJson, read, type ReadClient, type ReadResult } from './read-call.ts';

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

const configurationTexts = [
  'FunctionName',
  'FunctionArn',
  'Version',
  'Description',
  'Runtime',
  'Handler',
  'PackageType',
  'LastModified',
  'State',
  'LastUpdateStatus',
] as const;

/** A function's settings, as far as someone who invokes it wants to know them; the API's texts under its names. */
export interface FunctionConfiguration extends Partial<
  Record<Uncapitalize<(typeof configurationTexts)[number]>, string>
> {
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
  const parse = pageOf('Functions', toConfiguration);
  return get(client, { operation: 'ListFunctions', path: '/2015-03-31/functions', input, parse }, options);
}

/** One page of a function's published versions, `$LATEST` first. */
export function listVersionsByFunction(
  client: ReadClient,
  input: PageInput & { functionName: string },
  options?: CallOptions,
): Promise<ReadResult<Page<FunctionConfiguration>>> {
  const parse = pageOf('Versions', toConfiguration);
  return get(client, { operation: 'ListVersionsByFunction', path: '/versions', input, parse }, options);
}

/** One page of a function's aliases, or of those that point to a version. */
export function listAliases(
  client: ReadClient,
  input: PageInput & { functionName: string; functionVersion?: string },
  options?: CallOptions,
): Promise<ReadResult<Page<AliasConfiguration>>> {
  return get(
    client,
    { operation: 'ListAliases', path: '/aliases', input, parse: pageOf('Aliases', toAlias) },
    options,
  );
}

/** The settings of a function, version or alias. */
export function getFunctionConfiguration(
  client: ReadClient,
  input: { functionName: string; qualifier?: string },
  options?: CallOptions,
): Promise<ReadResult<FunctionConfiguration>> {
  const parse = fromJson(toConfiguration);
  return get(
    client,
    { operation: 'GetFunctionConfiguration', path: '/configuration', input, parse },
    options,
  );
}

/** The account's limits in the region. */
export function getAccountSettings(
  client: ReadClient,
  options?: CallOptions,
): Promise<ReadResult<AccountSettings>> {
  const parse = fromJson(toSettings);
  return get(
    client,
    { operation: 'GetAccountSettings', path: '/2016-08-19/account-settings', parse },
    options,
  );
}

/**
 * Every page of a list, one after the other: `eachPage((page) => listFunctions(client, page))`. Ends with the first
 * error, and when a marker comes twice.
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

interface Get<T> {
  operation: string;
  /** Behind the function's own path when the input names one. */
  path: string;
  /** Everything but the name goes into the query, under the API's names. */
  input?: PageInput & { functionName?: string };
  parse: (text: string) => T | undefined;
}

async function get<T>(
  client: ReadClient,
  { input = {}, ...call }: Get<T>,
  options?: CallOptions,
): Promise<ReadResult<T>> {
  const { functionName, ...members } = input;
  const query = Object.entries(defined(members)).map(
    ([key, value]) => [capitalize(key), String(value)] as const,
  );
  const parsed = functionName === undefined ? undefined : parseFunctionName(functionName);
  if (parsed?.ok === false) return { ...refused('functionName', parsed.message), attempts: [] };
  const place = parsed ? `/2015-03-31/functions/${escapeLabel(functionName ?? '')}` : '';
  return read(client, { ...call, method: 'GET', path: place + call.path, query }, options);
}

type Document = Record<string, unknown>;

function pageOf<T>(key: string, toItem: (document: Document) => T | undefined) {
  return fromJson((document): Page<T> | undefined => {
    const list: unknown = document[key];
    if (!Array.isArray(list)) return undefined;
    const items = list.flatMap((entry) => toItem(toRecord(entry) ?? {}) ?? []);
    return { items, ...defined({ nextMarker: textAt(document, 'NextMarker') }) };
  });
}

function toConfiguration(document: Document): FunctionConfiguration {
  const texts = configurationTexts.map((name) => [uncapitalize(name), textAt(document, name)]);
  return {
    ...defined({
      ...Object.fromEntries(texts),
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
  if (!name || !functionVersion) return undefined;
  const weights = toRecord(toRecord(document['RoutingConfig'])?.['AdditionalVersionWeights']) ?? {};
  const additionalVersionWeights = Object.entries(weights).flatMap(([version, weight]) =>
    typeof weight === 'number' ? [{ version, weight }] : [],
  );
  return {
    name,
    functionVersion,
    additionalVersionWeights,
    ...defined({ description: textAt(document, 'Description') }),
  };
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

function capitalize(key: string): string {
  return key.slice(0, 1).toUpperCase() + key.slice(1);
}

function uncapitalize(key: string): string {
  return key.slice(0, 1).toLowerCase() + key.slice(1);
}
