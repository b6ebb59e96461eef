import { parseFunctionName } from '../core/index.ts';
import { refuse } from './run-guards.ts';
import type { RunCommand, RunGuard } from './run-types.ts';
import type { RunRequest } from './types.ts';

/** What the person did to show that this very run is meant. */
export type RunProof = { by: 'name'; typed: string } | { by: 'hold'; heldMs: number };

/** What stands between any caller of the run service and a production connection. */
export interface ProductionGuard {
  guard: RunGuard;
  /** Whether this run would be held back: its draft's first, one that was changed, or the same again at once. */
  mustConfirm: (command: RunCommand) => boolean;
  /** Lets this very run pass, and its repetitions. False when the proof is none. */
  confirm: (command: RunCommand, proof: RunProof) => boolean;
}

export interface CreateProductionGuard {
  /** By the stored connection and not by what a command says of it. */
  isProduction: (command: RunCommand) => boolean;
  /** Milliseconds of a clock that never goes back. */
  monotonicMs: () => number;
}

/** As long as a hold takes: no key press and no slip of the hand is. */
export const holdMs = 1_500;

/** Two equal runs closer than this are mostly one press too many. */
const sameAgainMs = 2_000;

interface Confirmed {
  connectionId: string;
  request: RunRequest;
  passedMs: number | null;
  /** Runs of a series that may still pass; without it the same run may be repeated. */
  left?: number;
}

/** Confirmations live in this page alone: nothing that is read or imported can bring one. */
export function createProductionGuard(options: CreateProductionGuard): ProductionGuard {
  const { isProduction, monotonicMs } = options;
  const confirmed = new Map<string, Confirmed>();
  const mustConfirm = (command: RunCommand): boolean => {
    if (!isProduction(command) || command.request.invocationType === 'DryRun') return false;
    const known = confirmed.get(keyOf(command));
    if (known?.connectionId !== command.connection.id) return true;
    if (command.series) return !isSameTarget(known.request, command.request) || known.left === 0;
    if (!isSameRun(known.request, command.request)) return true;
    return known.passedMs !== null && monotonicMs() - known.passedMs < sameAgainMs;
  };
  return {
    mustConfirm,
    guard(command) {
      if (mustConfirm(command)) return refuse(unconfirmed(command));
      const known = confirmed.get(keyOf(command));
      if (known) known.passedMs = monotonicMs();
      if (known?.left !== undefined) known.left -= 1;
      return { ok: true };
    },
    confirm(command, proof) {
      if (!proves(proof, command)) return false;
      const { connection, request, series } = command;
      const left = series ? { left: series.runs } : {};
      confirmed.set(keyOf(command), { connectionId: connection.id, request, passedMs: null, ...left });
      return true;
    },
  };
}

/** What has to be typed: the name alone, also where an ARN or a qualifier stands around it. */
export function nameToType({ functionName }: RunRequest): string {
  const parsed = parseFunctionName(functionName.trim());
  return parsed.ok ? parsed.name : functionName.trim();
}

function proves(proof: RunProof, { request }: RunCommand): boolean {
  if (proof.by === 'hold') return proof.heldMs >= holdMs;
  return proof.typed.trim() === nameToType(request);
}

function unconfirmed({ request, connection }: RunCommand) {
  return {
    code: 'production-unconfirmed',
    message: `${connection.name} is a production connection, and this run of ${nameToType(request)} was not confirmed.`,
    nextStep: 'Press Invoke and type the function’s name, or hold the button.',
  };
}

/** A series is confirmed once, with the number of its runs; its payloads differ by their nature. */
function keyOf({ draftId, series }: RunCommand): string {
  return series ? `series ${series.id}` : `draft ${draftId}`;
}

const targetFields = [
  'functionName',
  'qualifier',
  'invocationType',
  'region',
  'endpoint',
] as const satisfies readonly (keyof RunRequest)[];

const runFields = [
  'stream',
  'tenantId',
  'durableExecutionName',
  'traceId',
  'clientContext',
] as const satisfies readonly (keyof RunRequest)[];

function isSameTarget(a: RunRequest, b: RunRequest): boolean {
  return targetFields.every((field) => a[field] === b[field]);
}

/** The same target and the same payload; what only changes how it is watched does not count. */
function isSameRun(a: RunRequest, b: RunRequest): boolean {
  return (
    isSameTarget(a, b) &&
    runFields.every((field) => a[field] === b[field]) &&
    sameBytes(a.payload.bytes, b.payload.bytes)
  );
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && a.every((byte, index) => byte === b[index]));
}
