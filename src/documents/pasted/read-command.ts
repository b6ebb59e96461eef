import { readAwsCliLine, type PlacedCommand } from './aws-cli-line.ts';
import { credentialsLeftOut, readCurlLine } from './curl-line.ts';
import { presetOfCommand, type FoundInvocation, type PastedCommand } from './found-invocation.ts';
import { splitShell, type ShellCommand, type ShellWord } from './shell-words.ts';

/** Whether a text may be a command line that readCommand understands. */
export function looksLikeCommand(text: string): boolean {
  return !/^\s*[{["]/.test(text) && /(?:^|[\s;|&(/\\])(?:aws|awslocal|curl)(?:\.exe)?\s/.test(text);
}

/**
 * The invocation of an `aws lambda invoke` or curl line, as a preset that nobody has kept yet. Nothing is run, no
 * file is read, and credentials, profiles and other variables of the line are left out.
 */
export function readCommand(text: string): PastedCommand {
  const split = splitShell(text.replace(/^\s*(?:[$%>]|PS [^>\n]*>)\s+/, ''));
  if (!split.ok) return split;
  for (const index of split.commands.keys()) {
    const found = findProgram(split.commands, index);
    const read = found && readers[found.program](found);
    if (read) return presetOfCommand(withSurroundings(read, found));
  }
  return {
    ok: false,
    message:
      'No invocation was found in it: paste an “aws lambda invoke” line, or a curl line whose address ends with /functions/NAME/invocations.',
  };
}

const readers = { aws: readAwsCliLine, awslocal: readAwsCliLine, curl: readCurlLine };

interface FoundProgram extends PlacedCommand {
  program: keyof typeof readers;
  /** Before the program's name: variables, and programs that start it. */
  before: readonly ShellWord[];
}

function findProgram(commands: readonly ShellCommand[], index: number): FoundProgram | null {
  const words = commands[index]?.words ?? [];
  for (const [at, { text }] of words.entries()) {
    const name = /(?:^|[/\\])(aws|awslocal|curl)(?:\.exe)?$/.exec(text)?.[1];
    if (name === 'aws' || name === 'awslocal' || name === 'curl') {
      return { program: name, before: words.slice(0, at), args: words.slice(at + 1), commands, index };
    }
  }
  return null;
}

/** Variables in front of the command say what its options do not. */
function withSurroundings(read: FoundInvocation, { before, program, args }: FoundProgram): FoundInvocation {
  const variables = new Map(
    before.flatMap(({ text }) => {
      const [, name, value] = /^(AWS_\w+)=([^]*)$/.exec(text) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
  const isLocalStack = program === 'awslocal';
  return {
    ...read,
    region: read.region ?? variables.get('AWS_REGION') ?? variables.get('AWS_DEFAULT_REGION'),
    endpoint:
      read.endpoint ??
      variables.get('AWS_ENDPOINT_URL_LAMBDA') ??
      variables.get('AWS_ENDPOINT_URL') ??
      (isLocalStack ? 'http://localhost:4566' : undefined),
    notes: [...read.notes, ...surroundingNotes(read, [...variables.keys()]), ...expansionNotes(read, args)],
  };
}

function surroundingNotes({ notes }: FoundInvocation, names: readonly string[]): string[] {
  const hasSecret = names.some((name) => /KEY|TOKEN/.test(name)) && !notes.includes(credentialsLeftOut);
  const hasProfile = names.some((name) => name.includes('PROFILE'));
  return [
    ...(hasSecret ? [credentialsLeftOut] : []),
    ...(hasProfile ? ['The profile is not used: the connection of this page signs.'] : []),
  ];
}

/** A variable of a shell has no value here; `$LATEST` only looks like one. */
function expansionNotes(read: FoundInvocation, args: readonly ShellWord[]): string[] {
  const kept = new Set([read.functionName, read.qualifier, read.tenantId, read.region, read.endpoint]);
  const payload = new TextDecoder().decode(read.payload);
  const isOpen = args.some(
    ({ text, expands }) =>
      expands === 'variable' && text !== '$LATEST' && (kept.has(text) || text === payload),
  );
  return isOpen
    ? ['Variables of the shell have no value here: they stand in the draft as they were written.']
    : [];
}
