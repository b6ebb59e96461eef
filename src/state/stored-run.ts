import * as v from 'valibot';
import { emptyPayload, payloadFromBytes } from '../documents/payload.ts';
import type { RunBody, RunSummary, StoredBody, StoredResult } from './history-types.ts';
import type { OmittedBody, Run } from './types.ts';
import { runBodySchema, runSummarySchema } from './stored-run-schema.ts';

/** What was stored may be of another version or damaged: null is a record that can't be read. */
export function parseSummary(value: unknown): RunSummary | null {
  const parsed = v.safeParse(runSummarySchema, value);
  return parsed.success ? parsed.output : null;
}

export function parseBody(value: unknown): RunBody | null {
  const parsed = v.safeParse(runBodySchema, value);
  return parsed.success ? parsed.output : null;
}

/** Of what came back, the members that are kept; null when it can't be. */
export function parsePassed(value: RunBody): Pick<RunBody, 'result' | 'attempts' | 'streamError'> | null {
  const parsed = v.safeParse(passedSchema, value);
  return parsed.success ? parsed.output : null;
}

const passedSchema = v.pick(runBodySchema, ['result', 'attempts', 'streamError']);

/** What a single record holds of a run under way or cut off beside its summary. */
export function parseBegun(single: unknown): RunBody | null {
  const parsed = v.safeParse(begunSchema, single);
  return parsed.success ? parsed.output.begun : null;
}

const begunSchema = v.object({ begun: runBodySchema });

/** What a body holds of how its run ended, where its group may not say it yet. */
export function parseEnded(body: unknown): RunSummary | null {
  const parsed = v.safeParse(endedSchema, body);
  return parsed.success ? parsed.output.summary : null;
}

const endedSchema = v.object({ summary: runSummarySchema });

/** A sealed page or a group; what can't be read of it is counted. */
export function parsePage(value: unknown): { summaries: RunSummary[]; unread: number } {
  const parsed = v.safeParse(pageSchema, value);
  if (!parsed.success) return { summaries: [], unread: 1 };
  const summaries = parsed.output.summaries.flatMap((entry) => parseSummary(entry) ?? []);
  return { summaries, unread: parsed.output.summaries.length - summaries.length };
}

/** The records in a sealed page or a group as they are, also those that can't be read. */
export function pageEntries(value: unknown): readonly unknown[] {
  const parsed = v.safeParse(pageSchema, value);
  return parsed.success ? parsed.output.summaries : [];
}

const pageSchema = v.object({ v: v.literal(1), summaries: v.array(v.unknown()) });

/** A run as it was; without a body where that was too big, and without a result where it was cut off. */
export function toRun(summary: RunSummary, body: RunBody): Run {
  const payload = wholeOf(body.request.payload);
  const response = body.result && bodyOf(body.result);
  const omitted = {
    ...omittedAs('request', body.request.payload),
    ...(response ? omittedAs('response', response) : {}),
  };
  return {
    id: summary.id,
    draftId: summary.draftId,
    request: { ...body.request, payload: payload ? payloadFromBytes(payload) : emptyPayload },
    startedAt: new Date(summary.startedAt),
    endedAt: summary.endedAt === null ? null : new Date(summary.endedAt),
    outcome: summary.outcome,
    progress: null,
    attempts: body.attempts,
    marks: body.marks ?? [],
    result: body.result && toResult(body.result, body.attempts),
    refusal: null,
    prepared: body.prepared && { ...body.prepared, ...(payload ? { body: payload } : {}) },
    stream: [],
    streamTimeline: body.streamTimeline ?? null,
    streamError: body.streamError ?? null,
    roundTripMs: summary.roundTripMs,
    saved: 'saved',
    interrupted: summary.state === 'interrupted',
    restored: true,
    omitted,
    ...(body.relayed ? { relayed: true } : {}),
  };
}

function toResult(stored: StoredResult, attempts: Run['attempts']): NonNullable<Run['result']> {
  if (stored.ok) {
    return {
      ok: true,
      attempts,
      output: { ...stored.output, payload: wholeOf(stored.payload) ?? new Uint8Array(0) },
    };
  }
  const body = stored.body && wholeOf(stored.body);
  return { ok: false, attempts, error: body ? { ...stored.error, body } : stored.error };
}

function bodyOf(stored: StoredResult): StoredBody | null {
  return stored.ok ? stored.payload : stored.body;
}

function wholeOf(stored: StoredBody): Uint8Array | null {
  return 'bytes' in stored ? stored.bytes : null;
}

function omittedAs(
  side: 'request' | 'response',
  stored: StoredBody,
): Partial<Record<typeof side, OmittedBody>> {
  return 'omitted' in stored ? { [side]: stored.omitted } : {};
}
