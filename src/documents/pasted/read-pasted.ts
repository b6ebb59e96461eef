import { payloadFromText } from '../payload.ts';
import type { PayloadDocument } from '../payload-types.ts';
import { parsePresetText } from '../preset-document.ts';
import type { Preset } from '../preset-types.ts';
import { parseTestEvents } from '../test-events.ts';
import { looksLikeCommand, readCommand } from './read-command.ts';

/** What a pasted text is. Reading it does nothing: no run, no file, no request. */
export type Pasted =
  | { kind: 'nothing' }
  /** `fragment` is what a share link has behind its `#`. */
  | { kind: 'link'; fragment: string }
  | { kind: 'command'; preset: Preset; notes: readonly string[] }
  | { kind: 'presets'; presets: readonly Preset[]; dropped: readonly string[] }
  /** Any other JSON: an event. */
  | { kind: 'payload'; payload: PayloadDocument }
  | { kind: 'refused'; message: string };

/** Tells a share link, a command line, a document of presets and any other JSON apart. */
export function readPasted(text: string): Pasted {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'nothing' };
  const fragment = /^(?:https?:\/\/\S*)?#(p=\S*)$/.exec(trimmed)?.[1];
  if (fragment !== undefined) return { kind: 'link', fragment };
  return looksLikeCommand(text) ? fromCommand(text) : fromJson(text);
}

function fromCommand(text: string): Pasted {
  const read = readCommand(text);
  return read.ok
    ? { kind: 'command', preset: read.preset, notes: read.notes }
    : { kind: 'refused', message: read.message };
}

function fromJson(text: string): Pasted {
  const parsed = parsePresetText(text);
  if (parsed.ok) return { kind: 'presets', presets: parsed.presets, dropped: parsed.dropped };
  if (parsed.problem.code !== 'other-json') return { kind: 'refused', message: parsed.problem.message };
  const events = parseTestEvents(text);
  if (events !== null) {
    return events.ok
      ? { kind: 'presets', presets: events.presets, dropped: events.dropped }
      : { kind: 'refused', message: events.problem.message };
  }
  const payload = payloadFromText(text);
  return payload.ok
    ? { kind: 'payload', payload: payload.document }
    : { kind: 'refused', message: payload.problem.message };
}
