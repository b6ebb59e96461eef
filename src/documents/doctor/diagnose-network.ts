import type { Diagnosis, Fix } from './doctor-types.ts';
import { type CorsRequest, emulatorsAt } from './emulators.ts';

/** What can be known of a request that got no readable answer. `undefined` is not known. */
export interface NetworkFacts extends CorsRequest {
  /** Scheme, host and port, resolved. */
  endpoint: string;
  endpointKind: 'local' | 'aws' | 'custom';
  /** Where the page came from is https. */
  isSecurePage: boolean;
  isOnline: boolean;
  /** The page's own policy was violated by a request to this endpoint. */
  isBarredByPolicy: boolean;
  localNetwork: 'granted' | 'denied' | 'prompt' | undefined;
  /** A GET without CORS came back. */
  isReachable: boolean | undefined;
  /** A GET with CORS could be read. */
  isReadable: boolean | undefined;
  relay: 'available' | 'not-needed' | 'no-server' | 'not-named' | 'in-use';
}

/** Names the layer at which a request without a readable answer failed, as far as a web page can know. */
export function diagnoseNetwork(facts: NetworkFacts): Diagnosis {
  const found = beforeTheNetwork(facts) ?? (facts.isReachable === undefined ? notProbed(facts) : undefined);
  if (found) return found;
  if (!facts.isReachable) return unreachable(facts);
  if (facts.relay === 'in-use') return relayLost(facts);
  return facts.isReadable || facts.endpointKind === 'aws' ? preflightOrLost(facts) : corsRefused(facts);
}

function beforeTheNetwork(facts: NetworkFacts): Diagnosis | undefined {
  const { origin, protocol } = new URL(facts.endpoint);
  const isLocal = isLoopback(facts.endpoint);
  if (facts.isBarredByPolicy) {
    return {
      layer: 'policy',
      title: 'This page’s own security policy barred the request',
      meaning: `Nothing was sent: the Content-Security-Policy that the page was started with does not name ${origin}.`,
      fixes: [{ kind: 'copy', label: 'Restart the console with', text: `npm start -- --endpoint ${origin}` }],
    };
  }
  if (facts.isSecurePage && protocol === 'http:' && !isLocal) {
    return {
      layer: 'mixed-content',
      title: 'Browsers bar plain http from an https page',
      meaning: `The page came by https, ${origin} is plain http and not on this machine: the request was not sent.`,
      fixes: [
        { kind: 'text', text: 'Give the endpoint https, or run the console on this machine with npm start.' },
      ],
    };
  }
  if (!facts.isOnline && !isLocal) {
    return {
      layer: 'offline',
      title: 'The browser is offline',
      meaning: 'There is no network. Nothing is sent by itself when it comes back.',
      fixes: [{ kind: 'text', text: 'Invoke again when the network is back.' }],
    };
  }
  return isLocal ? localNetwork(facts) : undefined;
}

function localNetwork({ localNetwork: state, endpoint }: NetworkFacts): Diagnosis | undefined {
  if (state !== 'denied' && state !== 'prompt') return undefined;
  return {
    layer: 'local-network',
    title: 'The browser keeps this page from the local network',
    meaning:
      state === 'denied'
        ? `This site may not call ${endpoint}: the permission “Apps on device” or “Local network access” is denied.`
        : `Before it calls ${endpoint} for this site, the browser asks for the permission “Apps on device” or “Local network access”, and that question is open.`,
    fixes: [
      {
        kind: 'text',
        text: 'Open the site settings left of the address, allow access to the local network or to apps on this device, and invoke again. A page served by npm start needs no permission.',
      },
    ],
  };
}

function notProbed({ endpoint }: NetworkFacts): Diagnosis {
  return {
    layer: 'unreachable',
    title: 'The connection failed, or its answer was hidden',
    meaning: `A web page is told no more than that no answer of ${endpoint} could be read.`,
    unknown:
      'Whether the endpoint is up, and whether CORS hid its answer. Check connection finds out without invoking.',
    fixes: [{ kind: 'check' }],
  };
}

function unreachable({ endpoint, endpointKind, relay }: NetworkFacts): Diagnosis {
  const fixes: Record<NetworkFacts['endpointKind'], readonly Fix[]> = {
    local: [{ kind: 'copy', label: 'Start the console again in its terminal', text: 'npm start' }],
    custom: [
      { kind: 'text', text: `Is the server started? Is the address right? ${startHints(endpoint)}`.trim() },
      ...(relay === 'available' ? [relayTells] : []),
    ],
    aws: [{ kind: 'text', text: 'Check VPN, proxy and firewall, and whether the region exists.' }],
  };
  return {
    layer: 'unreachable',
    title: 'The endpoint can’t be reached',
    meaning: `A plain request to ${endpoint} without CORS does not come back either.`,
    unknown:
      'Whether the name has no address (DNS), nothing listens there, the certificate is refused (TLS), or an extension blocks it: browsers tell a page no difference. Open the address in a tab, where the browser says which it is.',
    fixes: [
      { kind: 'link', label: `Open ${endpoint} in a tab`, url: endpoint },
      ...fixes[endpointKind],
      { kind: 'check' },
    ],
  };
}

const relayTells: Fix = { kind: 'text', text: 'The relay can tell DNS, refused connections and TLS apart.' };

function startHints(endpoint: string): string {
  const names = emulatorsAt(endpoint).map(({ name }) => name);
  return names.length === 0 ? '' : `On this port listens, as a rule: ${names.join(', ')}.`;
}

function corsRefused(facts: NetworkFacts): Diagnosis {
  return {
    layer: 'cors',
    title: 'The endpoint lets no web page read its answers (CORS)',
    meaning: `${facts.endpoint} answers, but without leave for ${facts.pageOrigin}: neither to the question before a request (preflight) nor in answers.`,
    unknown:
      'Whether the function ran: where the preflight is refused nothing is sent, but a page is not told. The server’s own output tells.',
    fixes: corsFixes(facts),
  };
}

function preflightOrLost(facts: NetworkFacts): Diagnosis {
  if (facts.endpointKind !== 'custom') {
    return {
      layer: 'lost',
      title: 'The connection was lost before an answer came',
      meaning: `${facts.endpoint} answers, and lets web pages read what it answers: so this request was cut off on its way, by the network, a proxy, an extension or the server.`,
      unknown: 'Whether the function ran. Its log at the time of this run tells.',
      fixes: [{ kind: 'check' }],
    };
  }
  const headers = facts.headers.filter((name) => name.startsWith('x-amz-') || name.startsWith('amz-sdk-'));
  return {
    layer: 'cors',
    title: 'The preflight was refused, or the connection was lost',
    meaning: `${facts.endpoint} lets ${facts.pageOrigin} read plain answers. A request to Lambda asks first (preflight), for the headers authorization, content-type${headers.map((name) => `, ${name}`).join('')}.`,
    unknown:
      'Which of the two it was. The browser’s developer tools name a refused header in their console; the server’s output tells whether the function ran.',
    fixes: corsFixes(facts),
  };
}

function relayLost({ endpoint }: NetworkFacts): Diagnosis {
  return {
    layer: 'relay',
    title: 'The connection to the relay was lost',
    meaning: `The request went through this page’s own server to ${endpoint}, and that connection ended before an answer came.`,
    unknown: 'Whether the function ran. The output of the endpoint tells.',
    fixes: [{ kind: 'text', text: 'See whether npm start still runs in its terminal.' }, { kind: 'check' }],
  };
}

/** The relay first: it needs no restart. Then the exact setting of each server that listens at such an address. */
function corsFixes(facts: NetworkFacts): Fix[] {
  if (facts.endpointKind === 'local') {
    return [
      {
        kind: 'copy',
        label: 'Start the console without a CORS mode of its own',
        text: 'npm start -- --cors aws',
      },
    ];
  }
  const named = emulatorsAt(facts.endpoint).flatMap(({ name, cors }): Fix[] =>
    cors(facts).map((fix) => (fix.kind === 'text' ? { ...fix, text: `${name}: ${fix.text}` } : fix)),
  );
  const own: Fix = {
    kind: 'copy',
    label: 'Another console’s local endpoint: start it with',
    text: `npm start -- --allow-origin ${facts.pageOrigin}`,
  };
  const { origin } = new URL(facts.endpoint);
  const relay: Partial<Record<NetworkFacts['relay'], Fix>> = {
    available: { kind: 'relay' },
    'not-named': {
      kind: 'copy',
      label: 'For the relay, restart the console with',
      text: `npm start -- --endpoint ${origin}`,
    },
    'no-server': {
      kind: 'text',
      text: 'A console on this machine (npm start) has a relay for such endpoints.',
    },
  };
  const relayFix = relay[facts.relay];
  return [...(relayFix ? [relayFix] : []), ...(named.length === 0 ? [own] : named), { kind: 'check' }];
}

function isLoopback(endpoint: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(endpoint).hostname);
}
