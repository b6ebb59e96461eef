import { resolveEndpoint } from '../../core/index.ts';
import { classifyEndpoint } from '../../documents/endpoint-class.ts';
import { endpointConfigOf } from '../../state/connection-endpoint.ts';
import { keysOf, needsKeys, type ConnectionFormValues } from './connection-form-values.ts';

export type FormProblems = Partial<Record<keyof ConnectionFormValues, string>>;

export interface ReachableOrigins {
  /** Origins that the page was started with (`--endpoint`). */
  allowedEndpoints: readonly string[];
}

/** Everything that is wrong with the form, each at its field. */
export function formProblems(values: ConnectionFormValues, origins: ReachableOrigins): FormProblems {
  const problems: FormProblems = {};
  if (values.name.trim() === '') problems.name = 'Give the connection a name.';
  addTargetProblem(problems, values, origins);
  if (needsKeys(values.signing)) addKeyProblems(problems, values);
  addSigningProblems(problems, values);
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
  const resolved = resolveEndpoint(
    endpointConfigOf({ region, endpoint: endpoint === '' ? null : endpoint, variant: values.variant }),
  );
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
  return allowedEndpoints.includes(origin) || classifyEndpoint(origin).kind === 'aws';
}

function addKeyProblems(problems: FormProblems, values: ConnectionFormValues): void {
  const hasId = values.accessKeyId.trim() !== '';
  const hasSecret = values.secretAccessKey.trim() !== '';
  if (hasId && !hasSecret)
    problems.secretAccessKey = 'The secret that belongs to this access key ID is missing.';
  if (!hasId && hasSecret) problems.accessKeyId = 'The access key ID that belongs to this secret is missing.';
  if (values.expiration !== null && values.expiration <= new Date() && hasSecret)
    problems.sessionToken = `These credentials ended at ${values.expiration.toLocaleString()}. Get new ones.`;
  const host = foreignHost(values);
  const sends = keysOf(values) !== null || values.signing !== 'keys';
  if (host !== null && sends && !values.sendKeys) {
    problems.sendKeys = `Say that ${host} may get requests signed with your keys, or leave the keys empty: dummy keys are used then.`;
  }
}

/** The host of an endpoint that is neither AWS nor this machine; null for those. */
export function foreignHost({ endpoint }: Pick<ConnectionFormValues, 'endpoint'>): string | null {
  const text = endpoint.trim();
  if (!URL.canParse(text) || classifyEndpoint(text).kind === 'loopback') return null;
  const { origin, host } = new URL(text);
  return classifyEndpoint(origin).kind === 'aws' ? null : host;
}

function addSigningProblems(problems: FormProblems, values: ConnectionFormValues): void {
  const { signing } = values;
  if (signing === 'role') {
    if (!/^arn:[a-z-]+:iam::\d{12}:role\/\S+$/.test(values.roleArn.trim()))
      problems.roleArn = 'A role’s ARN looks like arn:aws:iam::123456789012:role/name.';
    if (!/^[\w+=,.@-]{2,64}$/.test(values.sessionName.trim()))
      problems.sessionName = '2 to 64 letters, digits or + = , . @ _ -';
  }
  if (signing === 'session' && values.mfaSerial.trim() === '')
    problems.mfaSerial = 'The ARN or serial number of the MFA device is missing.';
  if ((signing === 'role' || signing === 'session') && !/^\d*$/.test(values.duration.trim()))
    problems.duration = 'A number of seconds, or nothing.';
  if (signing === 'cognito' && !/^[\w-]+:[\w-]+$/.test(values.identityPoolId.trim()))
    problems.identityPoolId =
      'An identity pool’s ID looks like us-east-1:11111111-2222-3333-4444-555555555555.';
}
