import type { FunctionConfiguration } from '../../core/index.ts';

export interface FunctionFact {
  text: string;
  /** `warning`: it may not run as it is. */
  tone: 'plain' | 'warning' | 'error';
  /** More of it, for a hint. */
  title?: string;
}

/** What someone who invokes a function wants to know of its settings, in one line; first what may keep it from running. */
export function functionFacts(configuration: FunctionConfiguration): FunctionFact[] {
  const { runtime, packageType, memorySize, timeout, logFormat, isDurable } = configuration;
  const tenants = configuration.tenantIsolationMode !== undefined;
  return [
    ...stateFacts(configuration),
    ...plain(runtime ?? (packageType === 'Image' ? 'container image' : undefined)),
    ...plain(memorySize && `${memorySize} MB`),
    ...plain(timeout && `time-out ${timeout} s`),
    ...plain(logFormat && `${logFormat === 'JSON' ? 'JSON' : 'text'} log`),
    ...plain(isDurable && 'durable'),
    ...plain(tenants && 'isolates tenants'),
  ];
}

/** Sources: the Lambda developer guide on function states, and State and LastUpdateStatus of the API. */
function stateFacts({ state, lastUpdateStatus }: FunctionConfiguration): FunctionFact[] {
  const known = state === undefined ? undefined : states[state];
  const facts = known ? [known] : [];
  if (lastUpdateStatus === 'InProgress') {
    facts.push({
      text: 'being updated',
      tone: 'warning',
      title: 'Invocations may still run the code from before the update.',
    });
  }
  if (lastUpdateStatus === 'Failed') {
    facts.push({
      text: 'last update failed',
      tone: 'warning',
      title: 'Invocations run the code from before that update.',
    });
  }
  return facts;
}

const states: Readonly<Record<string, FunctionFact>> = {
  Pending: {
    text: 'being created',
    tone: 'warning',
    title: 'State Pending: invocations fail until the function is Active.',
  },
  Inactive: {
    text: 'inactive',
    tone: 'warning',
    title: 'State Inactive: Lambda has taken its resources back; the first invocation fails and wakes it up.',
  },
  Failed: { text: 'failed', tone: 'error', title: 'State Failed: the function can’t be invoked.' },
};

function plain(text: string | number | false | undefined): FunctionFact[] {
  return text ? [{ text: String(text), tone: 'plain' }] : [];
}
