import {
  getCallerIdentity,
  getFunctionConfiguration,
  listFunctions,
  type ReadClient,
} from '../core/index.ts';
import { diagnoseNetwork } from '../documents/doctor/diagnose-network.ts';
import {
  type CheckedTarget,
  type CheckLine,
  checkNames,
  clockLine,
  diagnosisOf,
  invokeLine,
  type Listed,
  listLine,
  okLine,
  problemLine,
  skippedLine,
  unknownLine,
} from './check-lines.ts';
import { keysOf, networkFacts } from './doctor.ts';
import { endpointUrlOf } from './connection-endpoint.ts';
import { isRelayed } from './relay-consent.ts';

export interface CheckOptions extends CheckedTarget {
  client: ReadClient;
  signal: AbortSignal;
}

/**
 * Makes every check that needs no invoke, in order, and gives each line as soon as it is known. Sent are a plain GET
 * of the endpoint's origin and reads of the API; the path of invocations is never called.
 */
export async function* checkConnection(options: CheckOptions): AsyncGenerator<CheckLine> {
  let made = 0;
  for await (const checked of checks(options)) {
    made += 1;
    yield checked;
  }
  for (const name of checkNames.slice(made)) yield skippedLine(name);
}

/** Ends early where the rest could only fail too. */
async function* checks(options: CheckOptions): AsyncGenerator<CheckLine> {
  const way = yield* checkWay(options);
  if (way === undefined) return;
  const list = yield* checkAnswers(options, way);
  if (list === undefined) return;
  yield clockLine(list);
  const credentials = credentialsLine(options, list);
  yield credentials;
  if (credentials.state === 'problem') return;
  yield await identityLine(options);
  yield listLine(options, list);
  yield await functionLine(options, list);
  yield invokeLine;
}

interface Way {
  endpoint: string;
  relayed: boolean;
  isReachable: boolean;
  network: ReturnType<typeof diagnoseNetwork>;
}

/** What lies on this side of the endpoint; undefined when it bars the way. */
async function* checkWay({ connection, ports }: CheckOptions): AsyncGenerator<CheckLine, Way | undefined> {
  const endpoint = endpointUrlOf(connection);
  if (endpoint === undefined) {
    yield { ...skippedLine('Network'), state: 'problem', detail: invalid, fixes: [{ kind: 'credentials' }] };
    return undefined;
  }
  const relayed = isRelayed(ports.relay.getState(), connection);
  const facts = await networkFacts({ endpoint, relayed, headers: [], since: ports.now() }, connection, ports);
  const network = diagnoseNetwork(facts);
  if (barriers.has(network.layer)) {
    yield problemLine('Network', network);
    return undefined;
  }
  yield okLine('Network', ports.isOnline() ? 'The browser is online.' : offline);
  return { endpoint, relayed, isReachable: facts.isReachable === true, network };
}

const invalid = 'The region or the endpoint of this connection is not valid.';
const offline = 'The browser is offline, but this machine can be reached.';
const barriers: ReadonlySet<string> = new Set(['policy', 'mixed-content', 'offline', 'local-network']);

/** One read of the API: whether its answer can be read is all that counts here; undefined when it can't. */
async function* checkAnswers(
  options: CheckOptions,
  { endpoint, relayed, isReachable, network }: Way,
): AsyncGenerator<CheckLine, Listed | undefined> {
  if (!isReachable) {
    yield problemLine('Endpoint', network);
    return undefined;
  }
  const list = await listFunctions(options.client, { maxItems: 50 }, { signal: options.signal });
  if (!list.ok && list.error.code?.startsWith('Relay')) {
    yield problemLine('Endpoint', diagnosisOf(options, list));
    return undefined;
  }
  yield okLine('Endpoint', relayed ? `The relay reaches ${endpoint}.` : `${endpoint} answers.`);
  if (!list.ok && list.error.kind === 'network') {
    yield problemLine('Readable answers', network);
    return undefined;
  }
  yield okLine('Readable answers', relayed ? 'All, through the relay.' : 'This page may read them (CORS).');
  return list;
}

function credentialsLine(options: CheckOptions, list: Listed): CheckLine {
  const { connection, ports } = options;
  const keys = keysOf(connection, ports);
  if (!list.ok && /^(?:credentials|clock-skew)$/.test(list.error.kind)) {
    return problemLine('Credentials', diagnosisOf(options, list));
  }
  if (keys === undefined) {
    const state = connection.kind === 'custom' ? 'ok' : 'problem';
    return { ...okLine('Credentials', unsigned), state, fixes: [{ kind: 'credentials' }] };
  }
  const ends = keys.expiration ? ` They end at ${keys.expiration.toLocaleString()}.` : '';
  return okLine('Credentials', `The endpoint does not refuse them.${ends}`);
}

const unsigned = 'None: requests are sent without a signature.';

/** Whose the keys are: STS alone knows, which many endpoints other than AWS do not have. */
async function identityLine(options: CheckOptions): Promise<CheckLine> {
  const { client, connection, ports, signal } = options;
  if (keysOf(connection, ports) === undefined) return unknownLine('Identity', 'Nothing signs.');
  const answer = await getCallerIdentity(client, { signal });
  if (answer.ok) return okLine('Identity', `Account ${answer.value.account}, ${answer.value.arn}.`);
  const { error } = answer;
  if (error.kind === 'credentials' && error.statusCode !== undefined) {
    return problemLine('Identity', diagnosisOf(options, answer));
  }
  const asked = connection.kind === 'aws' ? 'STS' : 'This endpoint';
  return unknownLine('Identity', `${asked} does not say whose credentials these are.`);
}

async function functionLine(options: CheckOptions, list: Listed): Promise<CheckLine> {
  const { client, signal } = options;
  const functionName = options.functionName.trim();
  const qualifier = options.qualifier.trim();
  if (functionName === '') return unknownLine('Function', 'No function is chosen in the draft.');
  const input = { functionName, ...(qualifier === '' ? {} : { qualifier }) };
  const found = await getFunctionConfiguration(client, input, { signal });
  if (found.ok) {
    const { runtime, timeout } = found.value;
    const facts = [`${functionName} is there`, runtime, timeout && `time-out ${timeout} s`];
    return okLine('Function', `${facts.filter(Boolean).join(', ')}.`);
  }
  const names = list.ok ? list.value.items.flatMap((item) => item.functionName ?? []) : undefined;
  const checked = problemLine('Function', diagnosisOf(options, found, names));
  return { ...checked, state: found.error.kind === 'not-found' ? 'problem' : 'unknown' };
}
