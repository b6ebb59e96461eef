/** Lambda's quotas, in bytes unless the name says otherwise (AWS Lambda quotas, Invoke API reference). */

/** Largest request of a RequestResponse invocation. */
export const MAX_SYNC_REQUEST = 6_291_456;
/** Largest request of an Event invocation. */
export const MAX_EVENT_REQUEST = 1_048_576;
/** Largest buffered response: 6 MiB and 100 bytes. */
export const MAX_RESPONSE = 6_291_556;
/** Largest streamed response: 200 MiB. */
export const MAX_STREAMED_RESPONSE = 209_715_200;
/** What x-amz-log-result carries: the last bytes of the log. */
export const LOG_TAIL = 4096;
/** Characters of x-amz-client-context, as base64. */
export const MAX_CLIENT_CONTEXT_CHARS = 3583;
export const MAX_QUALIFIER_CHARS = 128;
export const MAX_FUNCTION_NAME_CHARS = 256;

export const INIT_TIMEOUT_MS = 10_000;
export const DEFAULT_TIMEOUT_SECONDS = 3;
export const MAX_TIMEOUT_SECONDS = 900;
export const DEFAULT_MEMORY_MB = 128;
export const MIN_MEMORY_MB = 128;
export const MAX_MEMORY_MB = 10_240;
