import type { InvokeError } from '../../core/index.ts';
import type { Diagnosis, Layer } from './doctor-types.ts';

/** What the relay says in its own name: it can tell apart what a browser hides from a page. */
export function diagnoseRelay({ code = '', message }: InvokeError): Diagnosis | undefined {
  const found = Object.hasOwn(relayFaults, code) ? relayFaults[code] : undefined;
  if (!found) return undefined;
  const [layer, title, fix] = found;
  return { layer, title, meaning: message, fixes: [{ kind: 'text', text: fix }, { kind: 'check' }] };
}

const relayFaults: Readonly<Record<string, readonly [Layer, string, string]>> = {
  RelayNameNotFound: [
    'dns',
    'The name of the endpoint has no address (DNS)',
    'Check the spelling of the host, and VPN or hosts file where it is a private name.',
  ],
  RelayConnectionRefused: [
    'unreachable',
    'Nothing listens at the endpoint',
    'Start the server, or correct the port in the connection.',
  ],
  RelayConnectionTimedOut: [
    'unreachable',
    'The endpoint does not answer',
    'Check VPN and firewall: packets to it go nowhere.',
  ],
  RelayTlsFailed: [
    'tls',
    'The certificate of the endpoint is refused (TLS)',
    'Use a certificate that this machine trusts (NODE_EXTRA_CA_CERTS for the relay), or plain http on this machine.',
  ],
  RelayConnectionFailed: [
    'unreachable',
    'The relay gets no connection to the endpoint',
    'See the message, and whether the server runs.',
  ],
  RelayConnectionLost: [
    'lost',
    'The endpoint closed the connection without an answer',
    'Its own output tells why, and whether the function ran.',
  ],
  RelayTargetRefused: [
    'relay',
    'The relay does not call this endpoint',
    'It calls this machine and what npm start was given with --endpoint.',
  ],
  RelayRequestRefused: ['relay', 'The relay does not pass this request on', 'See the message.'],
};
