import { basename } from 'node:path';

/**
 * What `GET /connection.json` tells the page about the local Lambda endpoint. The key pair is made afresh
 * at each start and opens nothing but that endpoint.
 */
export interface ConnectionDocument {
  name: 'Local';
  region: string;
  endpoint: string;
  accountId: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** The last part of the folder's path; the rest is nobody's business. */
  functionsDir: string;
  /** The last part of the preset folder's path; null when `--presets` names none. */
  presetsDir: string | null;
  /** Origins named with `--endpoint`: besides AWS and loopback, the page can reach these. */
  allowedEndpoints: string[];
  /** Whether `--profiles` was given: then profiles.json lists the profiles of this machine. */
  profiles: boolean;
}

/** What the local endpoint says of itself once it listens. */
export interface LambdaFacts {
  url: string;
  region: string;
  accountId: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

export function connectionDocument(
  lambda: LambdaFacts,
  options: {
    functionsDir: string;
    presetsDir?: string | null;
    endpoints: readonly string[];
    profiles?: boolean;
  },
): ConnectionDocument {
  const { accessKeyId, secretAccessKey } = lambda.credentials;
  return {
    name: 'Local',
    region: lambda.region,
    endpoint: lambda.url,
    accountId: lambda.accountId,
    credentials: { accessKeyId, secretAccessKey },
    functionsDir: basename(options.functionsDir),
    presetsDir: options.presetsDir ? basename(options.presetsDir) : null,
    allowedEndpoints: [...new Set(options.endpoints)],
    profiles: options.profiles ?? false,
  };
}
