import { parseFunctionName, type FunctionConfiguration } from '../../core/index.ts';
import type { Connection, Draft } from '../../state/types.ts';

/** Something to know of a field before it is sent. Nothing is held back and nothing is changed by it. */
export interface FieldNote {
  /** `error`: Lambda will refuse this. */
  tone: 'error' | 'warning';
  text: string;
}

export type NotedField = 'functionName' | 'qualifier' | 'tenantId' | 'durableExecutionName';

export type FieldNotes = Partial<Record<NotedField, FieldNote>>;

export interface RequestFacts {
  draft: Draft;
  connection: Connection | undefined;
  /** Of the function, where it may be read. */
  configuration: FunctionConfiguration | undefined;
  /** Where the name was pasted from as an address of the AWS console: the name itself has no region. */
  pastedRegion: string | null;
}

/** What is known of the fields before anything is sent. */
export function fieldNotes(facts: RequestFacts): FieldNotes {
  return defined({
    functionName: functionNote(facts),
    qualifier: qualifierNote(facts),
    tenantId: tenantNote(facts),
    durableExecutionName: durableNote(facts),
  });
}

function functionNote({ draft, connection, pastedRegion }: RequestFacts): FieldNote | undefined {
  const name = draft.functionName.trim();
  if (name === '') return undefined;
  const parsed = parseFunctionName(name);
  if (!parsed.ok) return { tone: 'error', text: parsed.message };
  const region = parsed.region ?? pastedRegion;
  if (region !== null && connection && region !== connection.region) {
    return {
      tone: 'warning',
      text: `This function is in ${region}, and the connection goes to ${connection.region}: Lambda does not reach it from there.`,
    };
  }
  const account = connection?.accountId ?? null;
  if (parsed.account === undefined || account === null || parsed.account === account) return undefined;
  return {
    tone: 'warning',
    text: `This function is of account ${parsed.account}, and the connection of ${account}: its own policy must allow this.`,
  };
}

function qualifierNote({ draft, configuration }: RequestFacts): FieldNote | undefined {
  const parsed = parseFunctionName(draft.functionName.trim());
  const inName = parsed.ok ? parsed.qualifier : undefined;
  const inBox = draft.qualifier.trim();
  if (inName !== undefined && inBox !== '' && inName !== inBox) {
    return {
      tone: 'error',
      text: `The name ends in :${inName}, the qualifier’s box says ${inBox}. Lambda refuses a request with two qualifiers that differ.`,
    };
  }
  if (configuration?.isDurable && inName === undefined && inBox === '') {
    return { tone: 'warning', text: 'A durable function is invoked by a version or an alias.' };
  }
  return undefined;
}

function tenantNote({ draft, configuration }: RequestFacts): FieldNote | undefined {
  if (configuration === undefined) return undefined;
  const isolates = configuration.tenantIsolationMode !== undefined;
  if (isolates === (draft.tenantId.trim() !== '')) return undefined;
  return {
    tone: 'error',
    text: isolates
      ? 'This function isolates its tenants: Lambda refuses a request without a tenant ID.'
      : 'This function does not isolate tenants: Lambda refuses a request with a tenant ID.',
  };
}

function durableNote({ draft, configuration }: RequestFacts): FieldNote | undefined {
  if (draft.durableExecutionName.trim() === '') return undefined;
  if (draft.stream)
    return { tone: 'error', text: 'A durable execution can’t be streamed: nothing would be sent.' };
  if (configuration === undefined || configuration.isDurable) return undefined;
  return { tone: 'warning', text: 'This function is not durable: it has no executions to name.' };
}

function defined(notes: Record<NotedField, FieldNote | undefined>): FieldNotes {
  return Object.fromEntries(Object.entries(notes).filter(([, note]) => note !== undefined));
}
