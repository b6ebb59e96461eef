import { decodeBase64 } from '../base64.ts';
import { isJson } from '../json-problems.ts';
import type { FoundInvocation } from './found-invocation.ts';
import { standardInput, wordBytes, type GivenBytes } from './shell-output.ts';
import type { ShellCommand, ShellWord } from './shell-words.ts';

export interface PlacedCommand {
  commands: readonly ShellCommand[];
  index: number;
  /** The words after the program's name. */
  args: readonly ShellWord[];
}

/** Reads `aws lambda invoke …`; null when it is another command of the AWS CLI. */
export function readAwsCliLine(line: PlacedCommand): FoundInvocation | null {
  const { options, positional } = readOptions(line.args);
  if (positional[0] !== 'lambda' || positional[1] !== 'invoke') return null;
  const text = (name: string): string | undefined => options.get(name)?.text;
  const { payload, notes } = readPayload(line, options);
  return {
    functionName: text('function-name') ?? '',
    qualifier: text('qualifier'),
    invocationType: text('invocation-type'),
    logType: text('log-type'),
    clientContext: text('client-context'),
    tenantId: text('tenant-id'),
    durableExecutionName: text('durable-execution-name'),
    payload,
    region: text('region'),
    endpoint: text('endpoint-url'),
    notes: [...notes, ...notesOf(options)],
  };
}

type Options = ReadonlyMap<string, ShellWord>;

/** Every option takes a value but for a few: what is unknown is passed over with its value. */
function readOptions(args: readonly ShellWord[]): { options: Options; positional: string[] } {
  const options = new Map<string, ShellWord>();
  const positional: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at];
    const [, name, value] = /^--([a-z0-9-]+)(?:=([^]*))?$/.exec(word?.text ?? '') ?? [];
    if (word === undefined) break;
    if (name === undefined) positional.push(word.text);
    else if (value !== undefined) options.set(name, { ...word, text: value });
    else if (flags.has(name)) options.set(name, word);
    else {
      at += 1;
      options.set(name, args[at] ?? { text: '', expands: 'no' });
    }
  }
  return { options, positional };
}

const flags = new Set([
  'debug',
  'no-verify-ssl',
  'no-paginate',
  'no-sign-request',
  'no-cli-pager',
  'cli-auto-prompt',
  'no-cli-auto-prompt',
]);

interface ReadPayload {
  payload: Uint8Array;
  notes: readonly string[];
}

function readPayload(line: PlacedCommand, options: Options): ReadPayload {
  const word = options.get('payload');
  if (word === undefined) return { payload: new Uint8Array(0), notes: [] };
  const isRaw = options.get('cli-binary-format')?.text === 'raw-in-base64-out';
  const [, scheme, path = ''] = /^(fileb?):\/\/([^]*)$/.exec(word.text) ?? [];
  const given = scheme === undefined ? wordBytes(word) : fileBytes(line, path);
  if (!given.ok) return { payload: new Uint8Array(0), notes: [unreadPayload(given.why)] };
  return isRaw || scheme === 'fileb' ? { payload: given.bytes, notes: [] } : decoded(given.bytes);
}

function fileBytes({ commands, index }: PlacedCommand, path: string): GivenBytes {
  if (/^(?:\/dev\/stdin|\/dev\/fd\/0|\/proc\/self\/fd\/0|-)$/.test(path))
    return standardInput(commands, index);
  return { ok: false, why: 'it lies in a file, which a page cannot open' };
}

/** Version 2 of the AWS CLI takes a payload for base64 unless it is told otherwise; version 1 sends it as it is. */
function decoded(bytes: Uint8Array): ReadPayload {
  if (bytes.length === 0) return { payload: bytes, notes: [] };
  const text = new TextDecoder().decode(bytes).trim();
  const binary = decodeBase64(text);
  if (binary === null) return { payload: bytes, notes: [isJson(text) ? versionOne : neither] };
  return { payload: binary, notes: [versionTwo] };
}

const versionTwo =
  'The payload was read as base64, as version 2 of the AWS CLI does without --cli-binary-format raw-in-base64-out.';
const versionOne =
  'The payload was taken as it stands, as version 1 of the AWS CLI does; version 2 would refuse it as base64.';
const neither = 'The payload is neither base64 nor JSON: it was taken as it stands.';

export function unreadPayload(why: string): string {
  return `The payload was not read: ${why}. Open or drop it as a file.`;
}

function notesOf(options: Options): string[] {
  const notes: string[] = [];
  if (options.has('profile')) notes.push('The profile is not used: the connection of this page signs.');
  if (options.has('cli-input-json') || options.has('cli-input-yaml'))
    notes.push('What the line takes from --cli-input-json or --cli-input-yaml was not read.');
  if (options.has('no-sign-request')) notes.push('The line is not signed; the draft is, by its connection.');
  return notes;
}
