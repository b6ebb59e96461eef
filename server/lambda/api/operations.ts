import type { FunctionCatalogue } from '../functions/catalogue.ts';
import type { ApiResponse } from '../http/messages.ts';
import { accessKeyIdOf } from '../http/verify-signature.ts';
import type { EnvironmentPool } from '../runtime/environment-pool.ts';
import type { Executor } from '../runtime/executor.ts';
import { attemptOf, Deduplication } from './deduplication.ts';
import type { EventQueue } from './event-queue.ts';
import { type Fault, orderedFault, playFault } from './faults.ts';
import { type AccountScope, parseFunctionReference } from './function-reference.ts';
import { invokeWithResponseStream } from './invoke-stream.ts';
import { invoke } from './invoke.ts';
import * as publishing from './publishing.ts';
import * as reads from './reads.ts';
import type { KeyRing } from '../sts/key-ring.ts';
import type { Operation, OperationCall, OperationName } from './router.ts';

export interface OperationContext {
  scope: AccountScope;
  pool: EnvironmentPool;
  catalogue: FunctionCatalogue;
  executor: Executor;
  events: EventQueue;
}

/** Every operation of the endpoint, by the API's name. */
export function createOperations(context: OperationContext): Record<OperationName, Operation> {
  const copies = new Deduplication(() => performance.now());
  return {
    Invoke: ({ request, functionName }) =>
      copies.answer(request, () => invoke(request, functionName, context)),
    InvokeWithResponseStream: ({ request, functionName }) =>
      copies.answer(request, () => invokeWithResponseStream(request, functionName, context)),
    ListFunctions: ({ query }) => reads.listFunctions(query, context),
    GetFunction: ({ functionName, query }) => reads.getFunction(functionName, query, context),
    GetFunctionConfiguration: ({ functionName, query }) =>
      reads.getFunctionConfiguration(functionName, query, context),
    ListVersionsByFunction: ({ functionName, query }) =>
      reads.listVersionsByFunction(functionName, query, context),
    PublishVersion: ({ request, functionName }) => publishing.publishVersion(request, functionName, context),
    ListAliases: ({ functionName, query }) => reads.listAliases(functionName, query, context),
    CreateAlias: ({ request, functionName }) => publishing.createAlias(request, functionName, context),
    GetAlias: ({ functionName, name }) => publishing.getAlias(functionName, name, context),
    UpdateAlias: ({ request, functionName, name }) =>
      publishing.updateAlias(request, { functionName, name }, context),
    GetAccountSettings: () => reads.getAccountSettings(context),
  };
}

export interface FaultPlayerOptions {
  scope: AccountScope;
  catalogue: FunctionCatalogue;
  /** Whether the header x-local-fault is obeyed. */
  byHeader: boolean;
  ring: Pick<KeyRing, 'end'>;
}

/** Plays the faults that a request may order. It stands before the deduplication: each arrival meets the fault. */
export function createFaultPlayer({ scope, catalogue, byHeader, ring }: FaultPlayerOptions) {
  const played = new Set<string>();
  return (call: OperationCall, run: () => Promise<ApiResponse>): Promise<ApiResponse> => {
    const mayOrder = call.functionName !== '' && call.request.body.includes('"fault"');
    const byPayload = mayOrder && playsFaults(call.functionName, catalogue, scope);
    const fault = orderedFault(call.request, { byHeader, byPayload });
    const isOver = fault?.attempts !== undefined && attemptOf(call.request) > fault.attempts;
    if (!fault || isOver || isPlayedOut(fault, played)) return run();
    if (fault.fault === 'end-session') ring.end(accessKeyIdOf(call.request));
    return playFault(fault, run);
  };
}

/** Takes note of a fault that is played once. */
function isPlayedOut(fault: Fault, played: Set<string>): boolean {
  if (fault.fault !== 'end-session' || fault.once === undefined) return false;
  const isKnown = played.has(fault.once);
  played.add(fault.once);
  return isKnown;
}

function playsFaults(functionName: string, catalogue: FunctionCatalogue, scope: AccountScope): boolean {
  try {
    return catalogue.find(parseFunctionReference(functionName, undefined, scope)).settings.faults;
  } catch {
    return false; // the operation says what is wrong with the name
  }
}
