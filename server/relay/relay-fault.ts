import { type ApiResponse, jsonResponse } from '../lambda/http/messages.ts';
import type { RelayTarget } from './relay-target.ts';

/** What the relay itself has to say, by names that the console knows (src/state/doctor). */
export type RelayFaultCode =
  | 'RelayTargetRefused'
  | 'RelayRequestRefused'
  | 'RelayNameNotFound'
  | 'RelayConnectionRefused'
  | 'RelayConnectionTimedOut'
  | 'RelayTlsFailed'
  | 'RelayConnectionFailed'
  | 'RelayConnectionLost';

/** The relay's own answer; the header tells it from one of the target. */
export function relayAnswer(status: number, code: RelayFaultCode, message: string): ApiResponse {
  return jsonResponse(status, { message }, { 'x-amzn-errortype': code, 'x-invoke-console-relay': code });
}

/**
 * Why no answer came. Before the connection was there nothing was sent, which a 4xx says; afterwards the target may
 * have run the function.
 */
export function relayFault(error: Error, target: RelayTarget, wasConnected: boolean): ApiResponse {
  const code = 'code' in error ? String(error.code) : '';
  const { origin, hostname } = target;
  if (code === 'FORBIDDEN_ADDRESS') return relayAnswer(403, 'RelayTargetRefused', error.message);
  if (wasConnected) {
    return relayAnswer(
      502,
      'RelayConnectionLost',
      `The connection to ${origin} ended without an answer (${code}).`,
    );
  }
  const [name, message] = reasonOf(code, hostname, origin);
  return relayAnswer(424, name, message);
}

function reasonOf(code: string, hostname: string, origin: string): [RelayFaultCode, string] {
  if (/^(?:ENOTFOUND|EAI_\w+)$/.test(code)) {
    return ['RelayNameNotFound', `There is no address for the name ${hostname} (${code}).`];
  }
  if (code === 'ECONNREFUSED') return ['RelayConnectionRefused', `Nothing listens at ${origin}.`];
  if (code === 'ETIMEDOUT') return ['RelayConnectionTimedOut', `${origin} does not answer.`];
  if (/CERT|TLS|SSL|SIGNATURE|ERR_OSSL|EPROTO/.test(code)) {
    return ['RelayTlsFailed', `The certificate or the encryption of ${origin} is not accepted (${code}).`];
  }
  return ['RelayConnectionFailed', `No connection to ${origin} (${code || 'no reason given'}).`];
}
