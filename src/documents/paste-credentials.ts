/** Credentials as people copy them, read from text. Nothing is guessed: a part that is not there is undefined. */
export interface PastedCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  /** When the temporary credentials end. */
  expiration?: Date;
  region?: string;
}

export type PasteResult = { ok: true; credentials: PastedCredentials } | { ok: false; message: string };

/**
 * Understands the forms in which AWS hands out keys: `export AWS_…` lines (sh), `$Env:AWS_… = "…"` (PowerShell),
 * `SET AWS_…=…` (cmd), a block of the credentials file (the first profile that is complete), the single values of the
 * SSO portal with their labels, and the JSON of `aws configure export-credentials`, `aws sts assume-role` and
 * `aws sts get-session-token`.
 * @returns a message for the person when a key id or a secret is missing; it never repeats what was pasted.
 */
export function parsePastedCredentials(text: string): PasteResult {
  const found = text.trimStart().startsWith('{') ? fromJson(text) : fromLines(text);
  if (found === null) return refusal('This JSON cannot be read. Paste the whole output of the command.');
  const accessKeyId = found.get('accesskeyid');
  const secretAccessKey = found.get('secretaccesskey');
  if (accessKeyId === undefined && secretAccessKey === undefined) {
    return refusal(
      'No keys found. Paste export lines, a block of the credentials file, or the JSON of an AWS CLI command.',
    );
  }
  if (accessKeyId === undefined) return refusal('There is a secret but no access key ID.');
  if (secretAccessKey === undefined) return refusal('There is an access key ID but no secret access key.');
  return { ok: true, credentials: complete(found, accessKeyId, secretAccessKey) };
}

function refusal(message: string): PasteResult {
  return { ok: false, message };
}

/** Values by lower-case name, without the `aws_` in front and without separators: `sessiontoken`. */
type Found = Map<string, string>;

function complete(found: Found, accessKeyId: string, secretAccessKey: string): PastedCredentials {
  const credentials: PastedCredentials = { accessKeyId, secretAccessKey };
  const token = found.get('sessiontoken') ?? found.get('securitytoken');
  if (token !== undefined) credentials.sessionToken = token;
  const expiration = new Date(found.get('expiration') ?? found.get('credentialexpiration') ?? '');
  if (!Number.isNaN(expiration.getTime())) credentials.expiration = expiration;
  const region = found.get('region') ?? found.get('defaultregion');
  if (region !== undefined) credentials.region = region;
  return credentials;
}

function fromJson(text: string): Found | null {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return null;
  }
  const holder = field(document, 'Credentials') ?? document;
  const found: Found = new Map();
  if (typeof holder !== 'object' || holder === null) return found;
  for (const [name, value] of Object.entries(holder)) {
    if (typeof value === 'string' && value !== '') found.set(nameOf(name), value);
    if (typeof value === 'number') found.set(nameOf(name), new Date(value * 1_000).toISOString());
  }
  const secretKey = found.get('secretkey');
  if (secretKey !== undefined && !found.has('secretaccesskey')) found.set('secretaccesskey', secretKey);
  return found;
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

const assignment = /^(?:export\s+|set\s+|setx\s+|\$env:)?\s*"?([A-Za-z_]+)\s*=\s*(.*)$/i;

/** A label of the SSO portal, with its value behind it or in the next line. */
const labelled = /^(aws access key id|aws secret access key|aws session token)\s*:?\s*(\S*)$/i;

function fromLines(given: string): Found {
  let found: Found = new Map();
  let label: string | undefined;
  for (const statement of given.split(/\r?\n|;(?=\s*(?:export|set|\$env:)\b)|&&/i)) {
    const line = statement.trim();
    if (line.startsWith('[')) {
      if (found.has('accesskeyid') && found.has('secretaccesskey')) return found;
      found = new Map();
      continue;
    }
    // Behind a label comes a value, and a token may look like an assignment.
    const [name, value] = label === undefined ? readLine(line) : [label, unquote(line)];
    label = value === '' && (label ?? labelled.test(line)) ? name : undefined;
    if (value !== '') found.set(nameOf(name), value);
  }
  return found;
}

function readLine(line: string): [name: string, value: string] {
  const [, name = '', value = ''] = assignment.exec(line) ?? labelled.exec(line) ?? [];
  return [name, unquote(value.trim())];
}

function nameOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/^aws[_ ]/, '')
    .replaceAll(/[_ ]/g, '');
}

function unquote(value: string): string {
  const match = /^(["'])(.*)\1;?$/.exec(value);
  return match?.[2] ?? value.replace(/[";]+$/, '');
}
