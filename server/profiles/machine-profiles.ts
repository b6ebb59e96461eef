/** Where the AWS files are; by default where the AWS CLI looks, AWS_CONFIG_FILE and the like included. */
export interface ProfileFiles {
  configFilepath?: string;
  filepath?: string;
}

export interface ListedProfile {
  name: string;
  region?: string;
}

export interface ProfileCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  /** ISO 8601. */
  expiration?: string;
  region?: string;
}

/** The profiles of this machine by name; their secrets are not looked at. Read anew each time. */
export async function listProfiles(files: ProfileFiles = {}): Promise<ListedProfile[]> {
  const found = await readProfiles(files);
  return [...found].map(([name, region]) => ({ name, ...(region === undefined ? {} : { region }) }));
}

/**
 * The credentials of one profile, through AWS's own providers: keys, SSO, a process, role chains. Nothing is kept.
 * @throws ProfileFault with a message for the person, which tells no secret
 */
export async function profileCredentials(
  name: string,
  files: ProfileFiles = {},
): Promise<ProfileCredentials> {
  const profiles = await readProfiles(files);
  if (!profiles.has(name)) throw new ProfileFault(404, 'There is no such profile on this machine.');
  const { fromIni } = await import('@aws-sdk/credential-providers');
  const region = profiles.get(name);
  const provider = fromIni({ profile: name, ignoreCache: true, ...files });
  const found = await inTime(provider()).catch((error: unknown) => {
    throw error instanceof ProfileFault ? error : new ProfileFault(502, wordsOf(error, name));
  });
  return {
    accessKeyId: found.accessKeyId,
    secretAccessKey: found.secretAccessKey,
    ...(found.sessionToken === undefined ? {} : { sessionToken: found.sessionToken }),
    ...(found.expiration === undefined ? {} : { expiration: found.expiration.toISOString() }),
    ...(region === undefined ? {} : { region }),
  };
}

export class ProfileFault extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Names with their regions, in the order of the names. Sections such as `sso-session` are no profiles. */
async function readProfiles(files: ProfileFiles): Promise<Map<string, string | undefined>> {
  const { loadSharedConfigFiles } = await import('@smithy/core/config');
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ...files, ignoreCache: true });
  const names = [...new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)])]
    .filter((name) => !/^(?:sso-session|services)\./.test(name))
    .toSorted();
  return new Map(
    names.map((name) => [name, credentialsFile[name]?.['region'] ?? configFile[name]?.['region']]),
  );
}

/** A browser window for SSO, a hardware key or a slow process may need its time, but not for ever. */
const LONGEST_MS = 60_000;

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new ProfileFault(504, `The profile gave no credentials within ${LONGEST_MS / 1_000} s.`)),
      LONGEST_MS,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The message of a failed process repeats its command line and its output, which may hold a secret. */
function wordsOf(error: unknown, name: string): string {
  const message = error instanceof Error ? error.message : '';
  if (/^Command failed|JSON|stdout/i.test(message)) {
    return `The credential_process of the profile failed. See why in a terminal: aws sts get-caller-identity --profile ${name}`;
  }
  return (
    message ||
    `The profile gave no credentials. Try in a terminal: aws sts get-caller-identity --profile ${name}`
  );
}
