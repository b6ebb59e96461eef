import { parseArgs } from 'node:util';

export interface RunFlags {
  /** A preset folder, or a file of presets. */
  path: string;
  endpoint: string | null;
  region: string | null;
  functions: string | null;
  grep: string | null;
  /** Values of {{env.NAME}}. */
  env: ReadonlyMap<string, string>;
  /** What is not known fails. */
  strict: boolean;
  format: 'table' | 'json' | 'junit';
}

export type ParsedRunFlags =
  | { kind: 'run'; flags: RunFlags }
  | { kind: 'help' }
  | { kind: 'error'; message: string };

export const runHelp = `Usage: npm run presets -- run DIR|FILE [flags]

Invokes every preset of a preset folder or of an exported file, one after the other, and tells how it went.

  --endpoint URL   where to send (default: AWS_ENDPOINT_URL_LAMBDA, else AWS when the environment has
                   AWS_ACCESS_KEY_ID, else a local Lambda endpoint that is started for this run)
  --region R       region (default: AWS_REGION, AWS_DEFAULT_REGION, the preset's own, us-east-1 locally)
  --functions DIR  handlers of the local endpoint (default: the samples in functions/)
  --grep TEXT      only presets whose name, function or tags hold the text
  --env NAME=VALUE value of {{env.NAME}} in presets with variables; may be repeated
  --strict         what is not known fails: an expectation that this version does not understand, a duration
                   without a REPORT line, a text that a cut log may have held
  --json           one JSON document on stdout
  --junit          JUnit XML on stdout
  --help           show this text

Requests are signed with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN. The endpoint that a preset
names is never used. The expectations of a preset are checked; who expects a function error or a
refusal gets no failure for it. Exit code: 0 when every preset succeeded, 1 when one did not (a function error, an API
error, a lost answer, an expectation that failed, a preset that was refused), 2 when nothing could be run. What is not
known (a duration without REPORT line, an expectation of a later version) is told, and fails nothing without --strict.
`;

export function parseRunFlags(argv: readonly string[]): ParsedRunFlags {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options,
      strict: true,
      allowPositionals: true,
    });
    return values.help === true ? { kind: 'help' } : toRunFlags(values, positionals);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

type Values = Partial<Record<'endpoint' | 'region' | 'functions' | 'grep', string>> & {
  env?: string[];
  strict?: boolean;
  json?: boolean;
  junit?: boolean;
};

const absent = {
  endpoint: null,
  region: null,
  functions: null,
  grep: null,
  env: [],
  strict: false,
  json: false,
  junit: false,
};

function toRunFlags(values: Values, [command, path, more]: readonly string[]): ParsedRunFlags {
  if (command !== 'run' || path === undefined || more !== undefined) {
    return refuse('It takes the word run and one folder or file.');
  }
  const { endpoint, region, functions, grep, env, strict, json, junit } = { ...absent, ...values };
  if (json && junit) return refuse('--json and --junit exclude each other.');
  if (endpoint !== null && !/^https?:\/\//i.test(endpoint)) {
    return refuse('--endpoint takes an http or https address.');
  }
  const unnamed = env.find((text) => !/^[\w.-]+=/.test(text));
  if (unnamed !== undefined) return refuse('--env takes NAME=VALUE.');
  const format = json ? 'json' : junit ? 'junit' : 'table';
  return {
    kind: 'run',
    flags: { path, endpoint, region, functions, grep, env: new Map(env.map(nameAndValue)), strict, format },
  };
}

function nameAndValue(text: string): [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}

const options = {
  endpoint: { type: 'string' },
  region: { type: 'string' },
  functions: { type: 'string' },
  grep: { type: 'string' },
  env: { type: 'string', multiple: true },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  junit: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function refuse(message: string): ParsedRunFlags {
  return { kind: 'error', message: `${message} --help shows how.` };
}
