import { awsRegions } from '../../documents/aws-regions.ts';
import { resolveEndpoint, type CredentialSource } from '../../core/index.ts';
import type { StoredConnection } from '../../state/connection-types.ts';
import type { Connection } from '../../state/types.ts';

/** What the form holds while it is edited. The secret fields exist only here and in the page's memory. */
export interface ConnectionFormValues {
  name: string;
  region: string;
  endpoint: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration: Date | null;
}

export type FormProblems = Partial<Record<keyof ConnectionFormValues, string>>;

export const emptyValues: ConnectionFormValues = {
  name: '',
  region: 'us-east-1',
  endpoint: '',
  accessKeyId: '',
  secretAccessKey: '',
  sessionToken: '',
  expiration: null,
};

/** The values of a stored connection; credentials are never read back into the form. */
export function valuesOf(connection: Connection): ConnectionFormValues {
  return {
    ...emptyValues,
    name: connection.name,
    region: connection.region,
    endpoint: connection.endpoint ?? '',
  };
}

export interface ReachableOrigins {
  /** Origins that the page was started with (`--endpoint`). */
  allowedEndpoints: readonly string[];
}

/** Everything that is wrong with the form, each at its field. */
export function formProblems(values: ConnectionFormValues, origins: ReachableOrigins): FormProblems {
  const problems: FormProblems = {};
  if (values.name.trim() === '') problems.name = 'Give the connection a name.';
  addTargetProblem(problems, values, origins);
  const hasId = values.accessKeyId.trim() !== '';
  const hasSecret = values.secretAccessKey.trim() !== '';
  if (hasId && !hasSecret)
    problems.secretAccessKey = 'The secret that belongs to this access key ID is missing.';
  if (!hasId && hasSecret) problems.accessKeyId = 'The access key ID that belongs to this secret is missing.';
  return problems;
}

function addTargetProblem(
  problems: FormProblems,
  values: ConnectionFormValues,
  origins: ReachableOrigins,
): void {
  const region = values.region.trim();
  const endpoint = values.endpoint.trim();
  const field = endpoint === '' ? 'region' : 'endpoint';
  const resolved = resolveEndpoint({ region, ...(endpoint === '' ? {} : { endpoint }) });
  if (!resolved.ok) problems[field] = resolved.message;
  else if (!isReachable(resolved.url, origins)) {
    const { origin } = new URL(resolved.url);
    problems[field] =
      `This page was not started with access to ${origin}. Restart it with: npm start -- --endpoint ${origin}`;
  }
}

/** The page's Content-Security-Policy blocks other origins: better said here than as a failed run. */
function isReachable(url: string, { allowedEndpoints }: ReachableOrigins): boolean {
  const { origin, hostname } = new URL(url);
  if (hostname === '127.0.0.1' || hostname === 'localhost') return true;
  return allowedEndpoints.includes(origin) || awsOrigins().has(origin);
}

/** Every AWS endpoint of the region table that the policy lets the page reach. */
function awsOrigins(): ReadonlySet<string> {
  const urls = awsRegions.flatMap((region) =>
    [{}, { useFipsEndpoint: true }, { useDualstackEndpoint: true }].map((kind) =>
      resolveEndpoint({ region, ...kind }),
    ),
  );
  return new Set(urls.flatMap((resolved) => (resolved.ok ? [new URL(resolved.url).origin] : [])));
}

export function connectionOf(
  id: string,
  values: ConnectionFormValues,
  before: Connection | null,
): StoredConnection {
  const endpoint = values.endpoint.trim();
  return {
    id,
    name: values.name.trim(),
    region: values.region.trim(),
    endpoint: endpoint === '' ? null : endpoint.replace(/\/+$/, ''),
    kind: endpoint === '' ? 'aws' : 'custom',
    accountId: before?.accountId ?? null,
    requestHeaders: endpoint === '' ? 'sdk' : 'minimal',
    color: before?.color ?? 'blue',
  };
}

/** null: no keys were typed, and those in memory, if any, stay. */
export function credentialsOf(values: ConnectionFormValues): CredentialSource | null {
  if (values.accessKeyId.trim() === '' || values.secretAccessKey.trim() === '') return null;
  return {
    accessKeyId: values.accessKeyId.trim(),
    secretAccessKey: values.secretAccessKey.trim(),
    ...(values.sessionToken.trim() === '' ? {} : { sessionToken: values.sessionToken.trim() }),
    ...(values.expiration === null ? {} : { expiration: values.expiration }),
  };
}
