import { createSigningClock, type SigningClock } from './clock-skew.ts';
import { createCredentialStore, type CredentialStore } from './credentials.ts';
import { findEndpoint, parseBaseUrl } from './endpoint.ts';
import { portsOf, type Ports } from './ports.ts';
import { pageQueue, type RequestQueue } from './queue.ts';
import { RetryBudget } from './retry-budget.ts';
import { createSigner, type Signer } from './sign.ts';
import type { CoreLogEvent, InvokeClientConfig, RetryMode } from './client-types.ts';
import { defaultUserAgent } from './user-agent.ts';
import { findConfigProblems, type Problem } from './validate.ts';

/** What the calls of one client share. */
export interface Runtime {
  config: InvokeClientConfig;
  /** Found once; each call is refused with them. */
  problems: readonly Problem[];
  ports: Ports;
  credentials: CredentialStore;
  sign: Signer;
  clock: SigningClock;
  budget: RetryBudget;
  queue: RequestQueue;
  retryMode: RetryMode;
  maxAttempts: number;
  userAgent: string;
  /** The base URL that stands in for the endpoint's; undefined without a relay. */
  transport: string | undefined;
  log: (event: CoreLogEvent) => void;
}

export function createRuntime(given: InvokeClientConfig): Runtime {
  const config = { ...given };
  const ports = portsOf(config);
  const retryMode = config.retry?.mode ?? 'safe';
  const transport = config.transportUrl === undefined ? undefined : parseBaseUrl(config.transportUrl);
  return {
    config,
    problems: findConfigProblems(config),
    ports,
    credentials: createCredentialStore(config.credentials, ports.now),
    sign: createSigner(ports.sha256),
    clock: createSigningClock(ports.now),
    budget: new RetryBudget(),
    queue: pageQueue,
    retryMode,
    maxAttempts: retryMode === 'off' ? 1 : (config.retry?.maxAttempts ?? 3),
    userAgent: config.userAgent ?? defaultUserAgent,
    transport: transport?.ok ? transport.url : undefined,
    log: (event) => notify(config.logger, event),
  };
}

/** Where the calls for a service go: a custom endpoint takes all of them, as local clouds do. */
export function serviceEndpoint(runtime: Runtime, service: string) {
  return findEndpoint(runtime.config, service);
}

/** An observer that throws must not cost the caller the outcome of a run. */
export function notify<T>(listener: ((value: T) => void) | undefined, value: T): void {
  try {
    listener?.(value);
  } catch {
    // Told in the contract of the observers: what they throw is ignored.
  }
}
