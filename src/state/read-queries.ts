import { queryOptions } from '@tanstack/react-query';
import {
  describeError,
  eachPage,
  listAliases,
  listFunctions,
  listVersionsByFunction,
  parseFunctionName,
  type AliasConfiguration,
  type FunctionConfiguration,
  type InvokeError,
  type Page,
  type ReadResult,
} from '../core/index.ts';
import type { ClientFor } from './client-factory.ts';
import type { CredentialMemory } from './credential-memory.ts';
import type { Connection } from './types.ts';

/** What suggestions need; the core itself repeats reads that were throttled or lost. */
export interface ReadQueries {
  functions(connection: Connection | undefined): ReturnType<typeof functionsQuery>;
  /** Aliases and published versions of a function, by its name. */
  qualifiers(connection: Connection | undefined, functionName: string): ReturnType<typeof qualifiersQuery>;
}

export interface FunctionQualifiers {
  aliases: readonly AliasConfiguration[];
  versions: readonly FunctionConfiguration[];
}

/** A read that failed, with words for the place where its data would stand. */
export class ReadFailure extends Error {
  override name = 'ReadFailure' as const;
  readonly error: InvokeError;

  constructor(error: InvokeError) {
    super(describeError(error).title);
    this.error = error;
  }
}

export function createReadQueries(clientFor: ClientFor, credentials: CredentialMemory): ReadQueries {
  const sourceOf = (connection: Connection | undefined): ReadSource | null =>
    connection === undefined
      ? null
      : { connection, clientFor, keyId: credentials.get(connection.id)?.accessKeyId };
  return {
    functions: (connection) => functionsQuery(sourceOf(connection)),
    qualifiers: (connection, functionName) => qualifiersQuery(sourceOf(connection), functionName),
  };
}

interface ReadSource {
  connection: Connection;
  clientFor: ClientFor;
  keyId: string | undefined;
}

/** More functions than anyone scrolls through; the box takes any other name. */
const mostFunctions = 2_000;
const freshMs = 30_000;

function functionsQuery(source: ReadSource | null) {
  return queryOptions({
    queryKey: [...keyOf(source), 'functions'],
    enabled: source !== null,
    staleTime: freshMs,
    retry: false,
    queryFn: ({ signal }) =>
      readAll(mostFunctions, (page) => listFunctions(clientOf(source), page, { signal })),
  });
}

function qualifiersQuery(source: ReadSource | null, functionName: string) {
  const parsed = parseFunctionName(functionName);
  const name = parsed.ok ? parsed.name : '';
  return queryOptions({
    queryKey: [...keyOf(source), 'qualifiers', name],
    enabled: source !== null && name !== '',
    staleTime: freshMs,
    retry: false,
    queryFn: async ({ signal }): Promise<FunctionQualifiers> => {
      const client = clientOf(source);
      const [aliases, versions] = await Promise.all([
        readAll(mostQualifiers, (page) => listAliases(client, { ...page, functionName: name }, { signal })),
        readAll(mostQualifiers, (page) =>
          listVersionsByFunction(client, { ...page, functionName: name }, { signal }),
        ),
      ]);
      return { aliases, versions };
    },
  });
}

const mostQualifiers = 200;

/** Names the address and the key id, never a secret. */
function keyOf(source: ReadSource | null): readonly (string | null)[] {
  if (source === null) return ['read', null];
  const { connection, keyId } = source;
  return ['read', connection.id, connection.region, connection.endpoint, keyId ?? null];
}

function clientOf(source: ReadSource | null) {
  if (source === null) throw new Error('A query without a connection is never enabled');
  return source.clientFor(source.connection, 'safe');
}

async function readAll<T>(
  most: number,
  list: (page: { marker?: string }) => Promise<ReadResult<Page<T>>>,
): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const page of eachPage(list)) {
    if (!page.ok) throw new ReadFailure(page.error);
    items.push(...page.value.items);
    if (items.length >= most) break;
  }
  return items;
}
