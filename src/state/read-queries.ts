import { queryOptions } from '@tanstack/react-query';
import {
  type AliasConfiguration,
  eachPage,
  type FunctionConfiguration,
  getFunctionConfiguration,
  listAliases,
  listFunctions,
  listVersionsByFunction,
  type Page,
  parseFunctionName,
  type InvokeError,
  type ReadClient,
  type ReadResult,
} from '../core/index.ts';
import type { ClientFor } from './client-factory.ts';
import type { CredentialMemory } from './credential-memory.ts';
import type { Connection } from './types.ts';

export interface CreateReadQueries {
  clientFor: ClientFor;
  credentials: CredentialMemory;
  /** Rejects as soon as the signal aborts. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Query options of everything that is read; `undefined` stands for a connection that is not there yet. */
export type ReadQueries = ReturnType<typeof createReadQueries>;

export interface ListedFunction {
  name: string;
  description: string | undefined;
  runtime: string | undefined;
}

export interface ListedQualifier {
  value: string;
  /** What an alias points to, with its weights, or a version's description. */
  detail: string;
}

/** A read that gave nothing, with the core's error, for TanStack Query, which wants an Error thrown. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure' as const;
  readonly error: InvokeError;

  constructor(error: InvokeError) {
    super(error.message);
    this.error = error;
  }
}

/** As much of a list as anyone scrolls through; a filter finds the rest by typing its name. */
const pagesRead = 20;
/** A name that is being typed is not read at every key. */
const typingPauseMs = 400;
const staleMs = 60_000;

/**
 * Keys hold what tells two accounts apart and nothing secret. The core repeats throttled and lost reads itself, so
 * the cache does not; loopback needs no network, so nothing waits for one.
 */
export function createReadQueries({ clientFor, credentials, sleep }: CreateReadQueries) {
  const common = { networkMode: 'always', retry: false, staleTime: staleMs } as const;
  const keyOf = (connection: Connection | undefined, what: readonly string[]) =>
    [
      'lambda',
      connection?.id ?? '',
      connection?.region ?? '',
      connection?.endpoint ?? '',
      accessKeyId(connection, credentials),
      ...what,
    ] as const;
  const clientOf = (connection: Connection | undefined): ReadClient => {
    if (!connection) throw new TypeError('A disabled query was run.');
    return clientFor(connection, 'safe');
  };
  const mayRead = (connection: Connection | undefined): boolean =>
    accessKeyId(connection, credentials) !== '' || connection?.kind === 'custom';

  return {
    functions: (connection: Connection | undefined) =>
      queryOptions({
        ...common,
        queryKey: keyOf(connection, ['functions']),
        enabled: mayRead(connection),
        queryFn: async ({ signal }) => {
          const client = clientOf(connection);
          const found = await allPages((page) => listFunctions(client, page, { signal }));
          return found.flatMap(toListedFunction);
        },
      }),
    qualifiers: (connection: Connection | undefined, functionName: string) =>
      queryOptions({
        ...common,
        queryKey: keyOf(connection, ['qualifiers', functionName]),
        enabled: mayRead(connection) && parseFunctionName(functionName).ok,
        queryFn: async ({ signal }) => {
          await sleep(typingPauseMs, signal);
          const client = clientOf(connection);
          const name = withoutQualifier(functionName);
          const [aliases, versions] = await Promise.all([
            allPages((page) => listAliases(client, { ...page, functionName: name }, { signal })),
            allPages((page) => listVersionsByFunction(client, { ...page, functionName: name }, { signal })),
          ]);
          return [...aliases.map(toAliasItem), ...newestFirst(versions).flatMap(toVersionItem)];
        },
      }),
    configuration: (connection: Connection | undefined, functionName: string, qualifier: string) =>
      queryOptions({
        ...common,
        queryKey: keyOf(connection, ['configuration', functionName, qualifier]),
        enabled: mayRead(connection) && parseFunctionName(functionName).ok,
        queryFn: async ({ signal }) => {
          await sleep(typingPauseMs, signal);
          const input = { functionName, ...(qualifier === '' ? {} : { qualifier }) };
          return valueOf(await getFunctionConfiguration(clientOf(connection), input, { signal }));
        },
      }),
  };
}

function accessKeyId(connection: Connection | undefined, credentials: CredentialMemory): string {
  return (connection && credentials.get(connection.id)?.accessKeyId) ?? '';
}

async function allPages<T>(list: (page: { marker?: string }) => Promise<ReadResult<Page<T>>>): Promise<T[]> {
  const items: T[] = [];
  let pages = 0;
  for await (const result of eachPage(list)) {
    items.push(...valueOf(result).items);
    pages += 1;
    if (pages === pagesRead) break;
  }
  return items;
}

function valueOf<T>(result: ReadResult<T>): T {
  if (!result.ok) throw new ReadFailure(result.error);
  return result.value;
}

function withoutQualifier(functionName: string): string {
  const parsed = parseFunctionName(functionName);
  const suffix = parsed.ok && parsed.qualifier !== undefined ? `:${parsed.qualifier}` : '';
  return suffix === '' ? functionName : functionName.slice(0, -suffix.length);
}

function toListedFunction({ functionName, description, runtime }: FunctionConfiguration): ListedFunction[] {
  return functionName === undefined ? [] : [{ name: functionName, description, runtime }];
}

function toAliasItem({
  name,
  functionVersion,
  additionalVersionWeights,
  description,
}: AliasConfiguration): ListedQualifier {
  const others = additionalVersionWeights.map(
    ({ version, weight }) => ` and ${version} (${percent(weight)})`,
  );
  const rest = 1 - additionalVersionWeights.reduce((sum, { weight }) => sum + weight, 0);
  const share = others.length > 0 ? ` (${percent(rest)})` : '';
  const target = `alias of ${functionVersion}${share}${others.join('')}`;
  return { value: name, detail: description ? `${target} · ${description}` : target };
}

/** The API lists $LATEST and then the oldest. */
function newestFirst([latest, ...published]: FunctionConfiguration[]): FunctionConfiguration[] {
  return latest ? [latest, ...published.toReversed()] : [];
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

function toVersionItem({ version, description }: FunctionConfiguration): ListedQualifier[] {
  return version === undefined ? [] : [{ value: version, detail: description || 'version' }];
}
