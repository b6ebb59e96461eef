import type { InvocationType, RetryMode } from '../core/index.ts';
import type { Expectation } from './expectations/expectation-types.ts';
import type { PayloadText } from './payload-types.ts';

/** A named request that can be kept, shared and opened as a draft. It has no credential and no protection flag. */
export interface Preset {
  id: string;
  /** 1 to 200 characters. */
  name: string;
  /** At most 4,000 characters. */
  description: string;
  tags: readonly string[];
  request: PresetRequest;
  /** Where it was meant for: a hint that is shown, never a connection. */
  target: PresetTarget | null;
  /** What its runs should turn out to be, in order. */
  expectations: readonly Expectation[];
  /** Keys of a later writer: never interpreted, written back as they came. */
  extra: UnknownKeys;
}

/** The payload is text exactly as typed, or base64 when it is not UTF-8; client context is JSON text before base64. */
export interface PresetRequest extends PayloadText {
  /** '' or what the Lambda API takes: a name, a partial or a full ARN. */
  functionName: string;
  qualifier: string;
  invocationType: InvocationType;
  logType: 'None' | 'Tail';
  clientContext: string;
  tenantId: string | null;
  durableExecutionName: string | null;
  stream: boolean;
  traceId: string | null;
  retryMode: RetryMode;
  /** The variables in the payload's strings are replaced at each send (documents/variables). */
  variables?: true | undefined;
  extra: UnknownKeys;
}

export interface PresetTarget {
  region: string | null;
  endpoint: string | null;
  extra: UnknownKeys;
}

export type UnknownKeys = Readonly<Record<string, unknown>>;

export interface PresetProblem {
  code:
    | 'too-big'
    | 'not-utf8'
    | 'not-json'
    | 'too-deep'
    | 'shape'
    /** JSON, but no document of presets: an event, perhaps. */
    | 'other-json'
    | 'newer-version'
    | 'too-many'
    | 'payload-not-utf8';
  /** What is wrong and what to do; foreign text in it is short and shown as text. */
  message: string;
}

/** A document is taken whole or not at all. `dropped` names the keys that a preset may not carry. */
export type ParsedPresets =
  | { ok: true; presets: readonly Preset[]; dropped: readonly string[] }
  | { ok: false; problem: PresetProblem };
