import { join, resolve } from 'node:path';
import type { InvokeClientConfig } from '../../../src/core/index.ts';
import type { Preset } from '../../../src/documents/preset-types.ts';
import { startLambdaServer } from '../../lambda/lambda-server.ts';
import { wordsOf } from '../preset-folder.ts';
import { readPack, type PackItem } from './read-pack.ts';
import { expandPreset } from './expand-preset.ts';
import { strictly } from './preset-checks.ts';
import { parseRunFlags, runHelp, type RunFlags } from './run-flags.ts';
import { failedRun, runPreset } from './run-preset.ts';
import { hasPassed, jsonReport, junitReport, summaryLine, tableLine, type ReportItem } from './run-report.ts';

/** Where the command is run, and what it writes to; all of it given, so that a test can hold it. */
export interface CommandPlace {
  cwd: string;
  /** The folder of the project, with functions/. */
  root: string;
  env: Readonly<Record<string, string | undefined>>;
  out: (text: string) => void;
  /** For people: never mixed into a report. */
  say: (text: string) => void;
}

/** `npm run presets -- run ...`; gives the exit code. */
export async function presetsCommand(argv: readonly string[], place: CommandPlace): Promise<0 | 1 | 2> {
  const parsed = parseRunFlags(argv);
  if (parsed.kind === 'help') {
    place.out(runHelp);
    return 0;
  }
  try {
    if (parsed.kind === 'error') throw new Error(parsed.message);
    return await runPack(parsed.flags, place);
  } catch (error) {
    place.say(`${wordsOf(error)}\n`);
    return 2;
  }
}

async function runPack(flags: RunFlags, place: CommandPlace): Promise<0 | 1> {
  const pack = await readPack(resolve(place.cwd, flags.path));
  const wanted = pack.filter((item) => isWanted(item, flags.grep));
  if (wanted.length === 0) throw new Error('There is no preset to run.');
  const target = await openTarget(flags, place);
  place.say(`${target.words}\n`);
  const items: ReportItem[] = [];
  try {
    for (const item of wanted) {
      const reported = await reportOf(item, target, flags);
      items.push(reported);
      if (flags.format === 'table') place.out(`${tableLine(reported)}\n`);
    }
  } finally {
    await target.close();
  }
  if (flags.format === 'json') place.out(jsonReport(items));
  else if (flags.format === 'junit') place.out(junitReport(items));
  else place.out(`${summaryLine(items)}\n`);
  return items.every(hasPassed) ? 0 : 1;
}

function isWanted({ read, source }: PackItem, grep: string | null): boolean {
  if (grep === null) return true;
  const texts = read.ok
    ? [read.preset.name, read.preset.request.functionName, ...read.preset.tags]
    : [source];
  return texts.some((text) => text.toLowerCase().includes(grep.toLowerCase()));
}

async function reportOf(
  { source, read }: PackItem,
  target: Target,
  { env, strict }: RunFlags,
): Promise<ReportItem> {
  if (!read.ok) {
    const run = failedRun('preset', read.message);
    return { name: source, functionName: '', qualifier: '', source, run };
  }
  const { name, request } = read.preset;
  const { functionName, qualifier } = request;
  const config = target.configOf(read.preset);
  const expanded = expandPreset(read.preset, env);
  const told = { name, functionName, qualifier, source };
  if (typeof config === 'string') return { ...told, run: failedRun('preset', config) };
  if (!expanded.ok) return { ...told, run: failedRun('preset', expanded.message) };
  const run = await runPreset(expanded.preset, config);
  return { ...told, run: strict ? { ...run, checks: strictly(run.checks) } : run };
}

interface Target {
  words: string;
  /** What a preset is sent with; a text says why it can't be. */
  configOf: (preset: Preset) => InvokeClientConfig | string;
  close: () => Promise<void>;
}

/** An endpoint that was named, AWS with the environment's keys, or a local endpoint for this run alone. */
async function openTarget(flags: RunFlags, { env, root, cwd, say }: CommandPlace): Promise<Target> {
  const endpoint = flags.endpoint ?? env['AWS_ENDPOINT_URL_LAMBDA'] ?? null;
  const region = flags.region ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? null;
  const credentials = credentialsOf(env);
  if (endpoint === null && credentials === null) {
    const functionsDir = flags.functions === null ? join(root, 'functions') : resolve(cwd, flags.functions);
    return openLocal({ functionsDir, region: flags.region ?? 'us-east-1', say });
  }
  return remoteTarget({ endpoint, region, credentials: credentials ?? emulatorKeys });
}

/** A local emulator checks no key, but wants to see one. */
const emulatorKeys = { accessKeyId: 'test', secretAccessKey: 'test' };

interface Remote {
  endpoint: string | null;
  region: string | null;
  credentials: NonNullable<ReturnType<typeof credentialsOf>>;
}

function remoteTarget({ endpoint, region, credentials }: Remote): Target {
  return {
    words: `Sending to ${endpoint ?? `AWS Lambda in ${region ?? 'the region of each preset'}`}`,
    configOf: (preset) => {
      const own = region ?? preset.target?.region ?? (endpoint === null ? null : 'us-east-1');
      if (own === null) return 'No region is known: give --region, or set AWS_REGION.';
      return { region: own, credentials, ...(endpoint === null ? {} : { endpoint }) };
    },
    close: () => Promise.resolve(),
  };
}

function credentialsOf(env: CommandPlace['env']) {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return null;
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
  };
}

async function openLocal(local: {
  functionsDir: string;
  region: string;
  say: (text: string) => void;
}): Promise<Target> {
  const { functionsDir, region } = local;
  const server = await startLambdaServer({
    port: 0,
    functionsDir,
    region,
    allowedOrigins: () => [],
    log: () => undefined,
  });
  return {
    words: `Sending to a local Lambda endpoint with the functions of ${functionsDir}`,
    configOf: () => ({ region, endpoint: server.url, credentials: server.credentials }),
    close: () => server.close(),
  };
}
