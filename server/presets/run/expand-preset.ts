import { randomUUID } from 'node:crypto';
import { expandVariables } from '../../../src/documents/variables/expand-variables.ts';
import type { Preset } from '../../../src/documents/preset-types.ts';

export type ExpandedPreset =
  | { readonly ok: true; readonly preset: Preset }
  | { readonly ok: false; readonly message: string };

/** A preset as it is sent: where it says so, its variables have their values of this moment. */
export function expandPreset(preset: Preset, env: ReadonlyMap<string, string>): ExpandedPreset {
  const { request } = preset;
  if (request.variables !== true || request.payloadEncoding !== 'utf8') return { ok: true, preset };
  const context = { nowMs: Date.now(), randomUUID: () => randomUUID(), random: () => Math.random(), env };
  const { text, problems } = expandVariables(request.payload, context);
  const [problem] = problems;
  if (!problem) return { ok: true, preset: { ...preset, request: { ...request, payload: text } } };
  const { line, column, message } = problem;
  return {
    ok: false,
    message: `The payload, line ${line}, column ${column}: ${message} Values are given by --env NAME=VALUE.`,
  };
}
