import * as v from 'valibot';
import { localConnectionId } from './connection-types.ts';
import type { Connection } from './types.ts';

/** What `npm start` tells its own page about the local Lambda endpoint. */
export interface LocalConnection {
  connection: Connection;
  credentials: { accessKeyId: string; secretAccessKey: string };
  functionsDir: string;
  /** Name of the folder that `--presets` serves; null when there is none. */
  presetsDir: string | null;
  allowedEndpoints: readonly string[];
}

export type LocalAnswer =
  | { state: 'ready'; local: LocalConnection }
  | { state: 'absent' }
  | { state: 'failed'; message: string };

export type ReadJsonPort = (url: string, init: RequestInit) => Promise<Response>;

/** Reads connection.json beside the page. A static host has none and answers 404 or its own HTML page. */
export async function readLocalConnection(fetchPort: ReadJsonPort): Promise<LocalAnswer> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetchPort('connection.json', { cache: 'no-store', credentials: 'omit' });
    if (response.status === 404 || !isJson(response)) return { state: 'absent' };
    if (!response.ok) return failed(`The local server answered ${response.status} to connection.json.`);
    body = await response.json();
  } catch {
    return failed('The local server does not answer. Start it again with npm start.');
  }
  const parsed = v.safeParse(documentSchema, body);
  if (!parsed.success) {
    return failed('The local server is of another version: its connection.json is not understood. Reload.');
  }
  return { state: 'ready', local: toLocalConnection(parsed.output) };
}

const documentSchema = v.object({
  name: v.string(),
  region: v.string(),
  endpoint: v.pipe(v.string(), v.url()),
  accountId: v.nullable(v.string()),
  credentials: v.object({ accessKeyId: v.string(), secretAccessKey: v.string() }),
  functionsDir: v.string(),
  presetsDir: v.optional(v.nullable(v.string()), null),
  allowedEndpoints: v.array(v.string()),
});

function toLocalConnection(document: v.InferOutput<typeof documentSchema>): LocalConnection {
  const { name, region, endpoint, accountId, credentials, functionsDir, presetsDir, allowedEndpoints } =
    document;
  const connection: Connection = {
    id: localConnectionId,
    name,
    region,
    endpoint,
    kind: 'local',
    accountId,
    requestHeaders: 'sdk',
    color: 'orange',
    variant: 'standard',
    production: false,
    readOnly: false,
    signing: { type: 'keys' },
    keep: 'memory',
  };
  return { connection, credentials, functionsDir, presetsDir, allowedEndpoints };
}

function isJson(response: Response): boolean {
  return /^application\/json\b/i.test(response.headers.get('content-type') ?? '');
}

function failed(message: string): LocalAnswer {
  return { state: 'failed', message };
}
