// @ts-check
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FlagError, readableFile, readableFolder, toPresetsDir } from './flag-places.mjs';

/**
 * The command line of `npm start`. Plain JavaScript, because it is read before anything is installed:
 * a bad flag is refused at once, not after a minute of set-up.
 *
 * @typedef {object} StartFlags
 * @property {number} port Port of the page; 0 takes any free one.
 * @property {number} lambdaPort Port of the local Lambda endpoint; 0 takes any free one.
 * @property {string} functionsDir Absolute path of the folder with the handlers.
 * @property {string | null} presetsDir Absolute path of the preset folder, if one was named.
 * @property {string[]} endpoints Origins that the page may call besides AWS and loopback.
 * @property {string[]} allowOrigins Origins that may call the local Lambda endpoint besides the page.
 * @property {string | null} templateFile Absolute path of a SAM template whose functions are served too.
 * @property {string | null} envFile Absolute path of a file with variables for every handler.
 * @property {boolean} inspect Whether handlers wait for no time-out and open a debugger's port.
 * @property {'aws' | 'open' | 'none' | 'localstack'} cors How the local endpoint answers pages of allowed origins.
 * @property {boolean} faultHeader Whether requests may order faults by a header: for tests.
 * @property {boolean} profiles Whether the page may ask for credentials of this machine's AWS profiles.
 * @property {string} region Region that the local endpoint reports and signs for.
 * @property {boolean} open Whether a browser may be opened.
 * @property {boolean} dev Whether the page is served with hot reload.
 *
 * @typedef {{ kind: 'run', flags: StartFlags } | { kind: 'help' } | { kind: 'error', message: string }} ParsedFlags
 */

export const helpText = `Usage: npm start -- [flags]

  --port N              port of the page (default 7411; 0 takes any free one)
  --lambda-port N       port of the local Lambda endpoint (default 7412; 0 takes any free one)
  --functions DIR       folder with your handlers (default: the samples in functions/)
  --template FILE       a SAM template whose Node functions are served too
  --env-file FILE       variables for every handler (NAME=value); the shell's own never reach one
  --inspect             debug handlers: each opens a debugger's port, and time-outs do not run
  --presets DIR         folder with preset files, read and written (default: presets/ in the functions folder)
  --endpoint URL        a further endpoint that the page may call; may be repeated
  --profiles            offer this machine's AWS profiles to the page; their credentials only on a click
  --allow-origin ORIGIN a further web origin that may call the local Lambda endpoint; may be repeated
  --cors MODE           what pages may read of the local Lambda endpoint: aws (default), open, localstack, none
  --fault-header        obey the request header x-local-fault (docs/local-lambda.md): for tests
  --region R            region of the local Lambda endpoint (default us-east-1)
  --no-open             do not open a browser
  --dev                 serve the page with hot reload (the same as: npm run dev)
  --help                show this text

Saved presets and history belong to the address of the page: keep the port to keep them.
`;

/** @type {import('node:util').ParseArgsConfig['options']} */
const options = {
  port: { type: 'string' },
  'lambda-port': { type: 'string' },
  functions: { type: 'string' },
  template: { type: 'string' },
  'env-file': { type: 'string' },
  inspect: { type: 'boolean' },
  cors: { type: 'string' },
  'fault-header': { type: 'boolean' },
  presets: { type: 'string' },
  endpoint: { type: 'string', multiple: true },
  'allow-origin': { type: 'string', multiple: true },
  profiles: { type: 'boolean' },
  region: { type: 'string' },
  'no-open': { type: 'boolean' },
  dev: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

/**
 * @param {readonly string[]} argv Arguments after the script's name.
 * @param {{ cwd: string, sampleFunctions: string }} places `cwd` is what relative folders are relative to.
 * @returns {ParsedFlags}
 */
export function parseFlags(argv, places) {
  try {
    const values = new Values(
      parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values,
    );
    return values.flag('help') ? { kind: 'help' } : { kind: 'run', flags: toFlags(values, places) };
  } catch (error) {
    if (error instanceof FlagError) return { kind: 'error', message: error.message };
    if (isArgumentError(error))
      return { kind: 'error', message: `${firstSentence(error.message)}. --help lists the flags.` };
    throw error;
  }
}

/**
 * @param {Values} values
 * @param {{ cwd: string, sampleFunctions: string }} places
 * @returns {StartFlags}
 */
function toFlags(values, { cwd, sampleFunctions }) {
  const functionsDir = readableFolder(
    '--functions',
    resolve(cwd, values.text('functions') ?? sampleFunctions),
  );
  /** @param {string} name */
  const file = (name) => readableFile(`--${name}`, values.text(name), cwd);
  const flags = {
    port: toPort('--port', values.text('port') ?? '7411'),
    lambdaPort: toPort('--lambda-port', values.text('lambda-port') ?? '7412'),
    functionsDir,
    templateFile: file('template'),
    envFile: file('env-file'),
    inspect: values.flag('inspect'),
    cors: toCorsMode(values.text('cors') ?? 'aws'),
    faultHeader: values.flag('fault-header'),
    presetsDir: toPresetsDir(values.text('presets'), { cwd, functionsDir }),
    endpoints: values.list('endpoint').map(toEndpointOrigin),
    allowOrigins: values.list('allow-origin').map(toOrigin),
    profiles: values.flag('profiles'),
    region: toRegion(values.text('region') ?? 'us-east-1'),
    open: !values.flag('no-open'),
    dev: values.flag('dev'),
  };
  if (flags.port === flags.lambdaPort && flags.port !== 0) {
    throw new FlagError(
      `--port and --lambda-port are both ${flags.port}; they must differ, as AWS is another origin than the page.`,
    );
  }
  return flags;
}

/** The parsed values with their types told apart. */
class Values {
  /** @param {Record<string, unknown>} values */
  constructor(values) {
    this.values = values;
  }

  /** @param {string} name */
  text(name) {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  /**
   * @param {string} name
   * @returns {string[]}
   */
  list(name) {
    const value = this.values[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  /** @param {string} name */
  flag(name) {
    return this.values[name] === true;
  }
}

/**
 * @param {string} flag
 * @param {string} text
 */
function toPort(flag, text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new FlagError(`${flag} takes a whole number from 0 to 65535, not "${text}".`);
}

/** @param {string} text */
function toCorsMode(text) {
  const mode = /** @type {const} */ (['aws', 'open', 'none', 'localstack']).find((known) => known === text);
  if (mode) return mode;
  throw new FlagError(`--cors takes aws, open, localstack or none, not "${text}".`);
}

/** @param {string} text */
function toEndpointOrigin(text) {
  const url = httpUrl(text);
  if (!url || url.username || url.password) {
    throw new FlagError(
      `--endpoint takes an http or https address such as https://lambda.example.test, not "${text}".`,
    );
  }
  return url.origin;
}

/** @param {string} text */
function toOrigin(text) {
  const origin = httpUrl(text)?.origin;
  if (origin && (text === origin || text === `${origin}/`)) return origin;
  throw new FlagError(`--allow-origin takes one exact origin such as http://127.0.0.1:5173, not "${text}".`);
}

/** @param {string} text */
function httpUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** @param {string} text */
function toRegion(text) {
  if (/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text)) return text;
  throw new FlagError(`--region takes a region name such as eu-west-1, not "${text}".`);
}

/**
 * @param {unknown} error
 * @returns {error is Error}
 */
function isArgumentError(error) {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** @param {string} message */
function firstSentence(message) {
  return message.split(/\.\s|\n/)[0]?.replace(/\.$/, '') ?? message;
}
