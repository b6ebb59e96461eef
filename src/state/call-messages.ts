import type { CredentialSource, InvokeClientConfig } from '../core/index.ts';
import type { CallEnd, RunCall } from './run-call.ts';
import type { Run } from './types.ts';

/** What is said to the worker that makes calls. Clients, calls and questions are numbers that the page gives. */
export type ToCallHost =
  | { type: 'client'; client: number; origin: string; config: ClientConfig; asks: boolean }
  /** Its credentials are others by now: nothing of them is kept. */
  | { type: 'forget'; client: number }
  | { type: 'call'; call: number; client: number; run: RunCall['run']; pressedAtMs: number }
  | { type: 'abort'; call: number }
  | { type: 'credentials'; ask: number; source: CredentialSource }
  | { type: 'no-credentials'; ask: number; reason: string };

export type FromCallHost =
  | { type: 'ready' }
  /** What a call under way has changed of its run since the last news. */
  | { type: 'news'; call: number; patch: Partial<Run> }
  | { type: 'end'; call: number; patch: Partial<Run>; end: CallEnd }
  /** Nothing of it has left the worker. */
  | { type: 'unsent'; call: number }
  /** What a client signs with is made by the page. */
  | { type: 'ask'; ask: number; client: number };

/** What can be handed over: without ports and providers. */
export type ClientConfig = Omit<
  InvokeClientConfig,
  'credentials' | 'fetch' | 'now' | 'randomUUID' | 'random' | 'sleep' | 'sha256' | 'logger'
> & { credentials?: CredentialSource };
