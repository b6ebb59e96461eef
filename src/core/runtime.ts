import type { InvokeClientConfig } from './client-types.ts';
import { createSigningClock, type SigningClock } from './clock-skew.ts';
import { createCredentialStore, type CredentialStore } from './credentials.ts';
import { findEndpoint, type FoundEndpoint } from './endpoint.ts';
import { portsOf, type Ports } from './ports.ts';
import { RetryBudget } from './retry-budget.ts';
import { createSigner, type Signer } from './sign.ts';
import { findConfigProblems, type Problem } from './validate.ts';

/** What the calls of one client share: its ports, its configuration, and what it learns as it sends. */
export interface Runtime extends Ports {
  config: InvokeClientConfig;
  /** Found once; each call is refused with them. */
  problems: readonly Problem[];
  /** Where the Lambda API is, found once. */
  endpoint: FoundEndpoint;
  credentials: CredentialStore;
  sign: Signer;
  clock: SigningClock;
  budget: RetryBudget;
  maxAttempts: number;
}

export function createRuntime(given: InvokeClientConfig): Runtime {
  const config = { ...given };
  const ports = portsOf(config);
  const { mode, maxAttempts = 3 } = config.retry ?? {};
  return {
    ...ports,
    config,
    problems: findConfigProblems(config),
    endpoint: findEndpoint(config, 'lambda'),
    credentials: createCredentialStore(config.credentials, ports.now),
    sign: createSigner(ports.hash),
    clock: createSigningClock(ports.now),
    budget: new RetryBudget(),
    maxAttempts: mode === 'off' ? 1 : maxAttempts,
  };
}
