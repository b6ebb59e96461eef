import { awsCli } from './aws-cli.ts';
import type { CopyAsInput, CopyAsResult } from './copy-as-types.ts';
import { curl } from './curl.ts';
import { go } from './go.ts';
import { readInvocation } from './invocation.ts';
import { javascript } from './javascript.ts';
import { python } from './python.ts';

const writers = { 'aws-cli': awsCli, curl, javascript, python, go };

export type CopyAsFormat = keyof typeof writers;

/**
 * An invocation in the words of another tool: runnable as pasted, with exactly the same payload bytes, and with
 * credentials from the environment, never in the text. cmd.exe and PowerShell are not offered: neither hands
 * arbitrary bytes to a program unchanged.
 */
export function copyAs(format: CopyAsFormat, input: CopyAsInput): CopyAsResult {
  const read = readInvocation(input);
  return read.ok ? writers[format](read.invocation) : read;
}
