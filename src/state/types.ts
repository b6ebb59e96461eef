import type {
  Attempt,
  InvocationType,
  InvokeResult,
  PreparedRequest,
  Progress,
  RetryMode,
  StreamEvent,
} from '../core/index.ts';
import type { PayloadDocument, PayloadProblem } from '../documents/payload-types.ts';

/** Where requests go and how they are signed. Credentials live in memory only, beside it. */
export interface Connection {
  id: string;
  name: string;
  region: string;
  /** null: the AWS endpoint of the region. */
  endpoint: string | null;
  /** `local` is the endpoint that `npm start` runs; it is read from /connection.json, never stored. */
  kind: 'local' | 'aws' | 'custom';
  accountId: string | null;
  requestHeaders: 'sdk' | 'minimal';
  /** One of the six named hues of tokens.css. */
  color: 'orange' | 'blue' | 'green' | 'violet' | 'pink' | 'teal';
  /** Which of AWS's hosts of the region; means nothing where `endpoint` is given. */
  variant: EndpointVariant;
  /** Each first run, and each changed one, is confirmed by the function's name or a hold (production-guard.ts). */
  production: boolean;
  /** Nothing but DryRun and reads. */
  readOnly: boolean;
  signing: Signing;
  /** Where the credentials stay: nowhere but in this page, or as credential-keeper.ts has it. */
  keep: KeepLevel;
}

export type EndpointVariant = 'standard' | 'fips' | 'dualstack' | 'fips-dualstack';

export type KeepLevel = 'memory' | 'device' | 'vault';

/** What signs the requests of a connection. Names alone: nothing here is secret. */
export type Signing =
  /** Keys that were typed, pasted or taken from a profile. */
  | { type: 'keys' }
  /** Two words that any emulator takes: what a custom endpoint gets unless the person says otherwise. */
  | { type: 'dummy' }
  | { type: 'anonymous' }
  /** A role that the keys may assume; with `mfaSerial` a code is asked for each time. */
  | {
      type: 'role';
      roleArn: string;
      sessionName: string;
      externalId: string;
      mfaSerial: string;
      durationSeconds: number | null;
    }
  /** A session of the keys' own user, opened with a code. */
  | { type: 'session'; mfaSerial: string; durationSeconds: number | null }
  /** `provider` names who issued the login token, such as `accounts.google.com`; empty for guests. */
  | { type: 'cognito'; identityPoolId: string; provider: string };

/** What the user is editing. One draft is one tab. */
export interface Draft {
  id: string;
  /** null: the tab shows the function's name. */
  title: string | null;
  functionName: string;
  qualifier: string;
  invocationType: InvocationType;
  tailLog: boolean;
  stream: boolean;
  tenantId: string;
  durableExecutionName: string;
  traceId: string;
  retryMode: RetryMode;
  payload: PayloadDocument;
  /** Raised whenever the payload is changed from outside the editor, which then reloads it. */
  payloadRevision: number;
  /** Set while the editor holds text that has no bytes: the payload is the last good one and must not be sent. */
  payloadProblem: PayloadProblem | null;
  clientContext: string;
  clientContextRevision: number;
  /** The AWS event that the payload is meant to be (documents/event-type-list.ts); null: any JSON. */
  eventType: string | null;
  /** Caret of the payload editor, 1-based. */
  caret: { line: number; column: number } | null;
  /** Whether variables in the payload's strings are replaced at each send (documents/variables). */
  variables: boolean;
  /** The table of values that its payload is varied by, as it was kept: documents/variants reads it. */
  variants: unknown;
  /** Nothing of its runs is kept; the draft itself is. */
  isPrivate: boolean;
  /** Key of the history record whose result is shown with this draft after a reload. */
  lastRunId: string | null;
}

/** What a draft can be opened with. */
export type DraftFields = Omit<
  Draft,
  'id' | 'payloadRevision' | 'payloadProblem' | 'clientContextRevision' | 'lastRunId'
>;

/** Outcomes of design: what is known of a run, in one word. */
export type RunOutcome =
  | 'success'
  | 'function-error'
  | 'accepted'
  | 'dry-run'
  | 'rejected'
  | 'unknown'
  | 'cancelled'
  | 'not-sent';

/** What a run was asked to do: a snapshot of the draft and its connection, without any credential. */
export interface RunRequest {
  functionName: string;
  qualifier: string;
  invocationType: InvocationType;
  tailLog: boolean;
  stream: boolean;
  tenantId: string;
  durableExecutionName: string;
  traceId: string;
  retryMode: RetryMode;
  payload: PayloadDocument;
  clientContext: string;
  connectionName: string;
  region: string;
  endpoint: string | null;
  /** Bytes of the payload, from and to, that are secret values of an environment: they stay where the record is. */
  secretParts?: readonly (readonly [number, number])[];
}

/** Why nothing was sent, in words that say what to do next. */
export interface RunRefusal {
  /** Stable name for tests and for the control that fixes it, such as `offline` or `payload-problem`. */
  code: string;
  message: string;
  nextStep: string;
  /** The form field to focus, by its InvokeInput name. */
  field?: string;
}

/** When a run came into a phase. */
export interface PhaseMark {
  attempt: number;
  phase: Progress['phase'];
  /** Milliseconds since the press, by a clock that never goes back. */
  atMs: number;
  /** Length of a back-off in milliseconds. */
  delayMs?: number;
}

/** Why a streamed run failed, from its last event. The HTTP status stays 200 once bytes have been sent. */
export interface StreamError {
  code: string;
  /** Mostly the runtime's error document, as text. */
  details?: string;
}

/** How a stream came: for the graph of bytes over time, also after its chunks are gone. */
export interface StreamTimeline {
  chunks: number;
  bytes: number;
  /** Milliseconds since the send and the bytes that had come by then, at most 240 of them, in order. */
  points: readonly (readonly [atMs: number, bytes: number])[];
}

/** One run on screen; `id` is also the key of its history record. */
export interface Run {
  id: string;
  draftId: string;
  request: RunRequest;
  startedAt: Date;
  endedAt: Date | null;
  /** null while it runs. */
  outcome: RunOutcome | null;
  progress: Progress | null;
  attempts: Attempt[];
  /** The phases of all attempts, in order. */
  marks: readonly PhaseMark[];
  result: InvokeResult | null;
  /** Set when a guard held it back; `result` is then null. */
  refusal: RunRefusal | null;
  /** What was signed and sent, secrets masked, for the inspector; null when it was refused. */
  prepared: PreparedRequest | null;
  /** Events of a streamed run, in order. `result` holds the whole of it once it has ended. */
  stream: StreamEvent[];
  /** null when the run was not streamed, or before its first chunk. */
  streamTimeline: StreamTimeline | null;
  streamError: StreamError | null;
  /** Milliseconds from the last attempt's send to its last byte; null while unknown. */
  roundTripMs: number | null;
  /** It went through the relay of the page's own server. */
  relayed?: true;
  /** Whether the write-ahead record was stored before the send; of a private run there is none. */
  saved: 'saved' | 'not-saved' | 'pending' | 'private';
  /** Found at a later start, or its tab was closed: `outcome` is `unknown` and there is no result. */
  interrupted: boolean;
  /** Read back from the history; bodies over the bound are then missing (see `omitted`). */
  restored: boolean;
  /** Bodies that were too big to keep: size in bytes and SHA-256 in hex. */
  omitted: { request?: OmittedBody; response?: OmittedBody };
}

export interface OmittedBody {
  sizeBytes: number;
  /** Hex; null where the page's origin is not secure and the browser gives it no digest. */
  sha256: string | null;
}
