import type {
  Attempt,
  InvokeError,
  InvokeErrorKind,
  InvokeInput,
  InvokeResult,
  StreamEvent,
} from './types.ts';

/** A hash class as @smithy/signature-v4 takes it: constructed with an optional HMAC secret. */
export type HashConstructor = new (secret?: string | ArrayBuffer | ArrayBufferView) => {
  update(data: string | ArrayBuffer | ArrayBufferView, encoding?: 'utf8' | 'ascii' | 'latin1'): void;
  digest(): Promise<Uint8Array>;
  reset(): void;
};

/** Keys that sign a request: a readable secret, or a non-extractable HMAC key imported from `'AWS4' + secret`. */
export type CredentialSource =
  | { accessKeyId: string; secretAccessKey: string; sessionToken?: string; expiration?: Date }
  | { accessKeyId: string; signingKey: CryptoKey; sessionToken?: string; expiration?: Date };

/** The one call the core makes to the outside. The URL is a string and the header names are lower case. */
export type FetchPort = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: Uint8Array<ArrayBuffer>;
    signal: AbortSignal;
    redirect: 'error';
    credentials: 'omit';
    cache: 'no-store';
    referrerPolicy: 'no-referrer';
  },
) => Promise<Response>;

/** When the core may send a request a second time: see docs/core.md, "Retry". */
export type RetryMode = 'safe' | 'standard' | 'off';

/** Everything a client needs. Ports have defaults; tests and other runtimes replace them. */
export interface InvokeClientConfig {
  /** One host label, such as `eu-west-1`. Anything else is refused before a URL is built. */
  region: string;
  /** Absent: the request is sent unsigned (anonymous), never refused. */
  credentials?: CredentialSource | (() => Promise<CredentialSource>);
  /** Custom endpoint: scheme, host, port and base path; a trailing slash is stripped. */
  endpoint?: string;
  /** @default false */
  useFipsEndpoint?: boolean;
  /** @default false */
  useDualstackEndpoint?: boolean;
  /** Base that replaces scheme, host, port and base path of the URL given to fetch; the signature stays the endpoint's. */
  transportUrl?: string;
  /** `off` is one send, without clock correction. @default { mode: 'safe', maxAttempts: 3 } */
  retry?: { mode: RetryMode; maxAttempts?: number };
  /** `sdk` adds amz-sdk-invocation-id, amz-sdk-request and x-amz-user-agent. @default 'sdk' */
  requestHeaders?: 'sdk' | 'minimal';
  /** The whole value of x-amz-user-agent. */
  userAgent?: string;
  /** Milliseconds for the whole call, back-off included. None by default. */
  timeoutMs?: number;
  fetch?: FetchPort;
  now?: () => Date;
  randomUUID?: () => string;
  /** A number in [0, 1), as Math.random. */
  random?: () => number;
  /** Resolves after `ms` milliseconds; rejects as soon as the signal aborts. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  sha256?: HashConstructor;
  /** Request and response logging. Events never carry a secret. */
  logger?: (event: CoreLogEvent) => void;
}

/** What the logger port receives; header values that authenticate are masked. */
export type CoreLogEvent =
  | {
      type: 'request';
      operation: string;
      attempt: number;
      method: string;
      url: string;
      headers: Record<string, string>;
      bodyBytes: number;
      at: Date;
    }
  | {
      type: 'response';
      operation: string;
      attempt: number;
      statusCode: number;
      headers: Record<string, string>;
      requestId?: string;
      at: Date;
      tookMs: number;
    }
  | { type: 'failure'; operation: string; attempt: number; kind: InvokeErrorKind; message: string; at: Date }
  | { type: 'retry'; operation: string; attempt: number; delayMs: number; reason: string; at: Date }
  | { type: 'clock'; operation: string; skewMs: number; applied: boolean; at: Date };

/** Observers see a call as it happens. What they throw is ignored: it must not cost the outcome of a run. */
export interface CallOptions {
  /** Ends the call in any state within 50 ms: kind `aborted`, or `timeout` when its reason is a TimeoutError. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** Called right before each send with what was signed and goes out: an inspector shows it, masked. */
  onRequest?: (sent: PreparedRequest) => void;
  /** Called for each answer as soon as its head has come, before its body is read. */
  onResponse?: (head: ResponseHead) => void;
  /** Called once for each attempt, as soon as it has ended. */
  onAttempt?: (finished: Attempt) => void;
}

/** The head of an answer; secrets that a service quotes in a header are masked. */
export interface ResponseHead {
  attempt: number;
  statusCode: number;
  /** The headers that the page may read: under CORS, an absent header may be hidden. */
  headers: Record<string, string>;
  requestId?: string;
}

/** Where a call stands. `untilMs` is the length of a back-off in milliseconds. */
export interface Progress {
  attempt: number;
  phase: 'queued' | 'signing' | 'sending' | 'reading' | 'backing-off' | 'done';
  at: Date;
  untilMs?: number;
}

/** A request as it would be sent, with what was signed. */
export interface PreparedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: Uint8Array;
  canonicalRequest: string;
  stringToSign: string;
  signedHeaders: string[];
}

export type PrepareResult = { ok: true; request: PreparedRequest } | { ok: false; error: InvokeError };

/** Any other signed (or unsigned) call: Lambda reads, STS, Cognito, Schemas. */
export interface ServiceCall {
  /** For logs and errors, such as `ListFunctions`. */
  operation: string;
  /** Signing name. @default 'lambda' */
  service?: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path already percent-encoded once, with a leading slash. */
  path: string;
  /** Repeated keys are allowed; order is kept. */
  query?: readonly (readonly [string, string])[];
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Base URL instead of the client's endpoint (or, without a custom one, of the service's own in the region). */
  endpoint?: string;
  /** Sends without a signature, as Cognito wants it. @default false */
  unsigned?: boolean;
  /** Changes nothing and runs nothing, so that it may be sent again after a network error. @default method is GET */
  readOnly?: boolean;
  /** Texts that must show in no error and no log event, such as a login token in the body. */
  secrets?: readonly string[];
}

export type ServiceResult =
  | {
      ok: true;
      statusCode: number;
      headers: Record<string, string>;
      body: Uint8Array;
      requestId?: string;
      attempts: Attempt[];
    }
  | { ok: false; error: InvokeError; attempts: Attempt[] };

export interface InvokeClient {
  invoke(input: InvokeInput, options?: CallOptions): Promise<InvokeResult>;
  invokeWithResponseStream(input: InvokeInput, options?: CallOptions): AsyncIterable<StreamEvent>;
  /** Validates, resolves and signs; sends nothing. */
  prepare(input: InvokeInput): Promise<PrepareResult>;
  call(operation: ServiceCall, options?: CallOptions): Promise<ServiceResult>;
}
