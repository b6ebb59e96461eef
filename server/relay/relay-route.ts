import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiResponse } from '../lambda/http/messages.ts';
import { writeResponse } from '../lambda/http/write-response.ts';
import { MAX_SYNC_REQUEST } from '../lambda/limits.ts';
import type { PageRoute } from '../page/page-route.ts';
import { forward, type RelayLimits } from './forward.ts';
import { GuardedNames, type ResolvePort } from './guarded-lookup.ts';
import { relayAnswer } from './relay-fault.ts';
import { parseRelayTarget, relayPrefix } from './relay-target.ts';
import { RelayedAnswers, sameSendKey } from './relayed-answers.ts';

export interface RelayOptions {
  /** Origins named with `--endpoint`; besides these only loopback is called. */
  endpoints: readonly string[];
  /** The page's own port. */
  ownPort: number;
  resolve?: ResolvePort;
  limits?: Partial<RelayLimits>;
  /** How long a request goes on when nobody waits for it any more, in milliseconds. */
  graceMs?: number;
}

/**
 * The relay for endpoints that let no web page read their answers: the page signs as ever, and its request goes on
 * from here with the same bytes. Nothing is added but the Host that was signed, nothing is logged.
 */
export function relayRoute(options: RelayOptions): PageRoute {
  const names = new GuardedNames(options.resolve);
  const answers = new RelayedAnswers(options.graceMs ?? 5_000);
  const limits = { connectTimeoutMs: 10_000, maxResponseBytes: 214_748_364, ...options.limits };
  return {
    prefix: relayPrefix,
    methods: ['GET', 'POST'],
    async answer(request, response) {
      // The target's clock is what the page measures, never ours.
      response.sendDate = false;
      const url = request.url ?? '';
      const parsed = parseRelayTarget(url, options);
      const refusal = parsed.ok
        ? refuseBody(request)
        : relayAnswer(parsed.status, 'RelayTargetRefused', parsed.message);
      if (refusal || !parsed.ok) return end(request, response, refusal);
      const { target } = parsed;
      const exchange = answers.exchange(sameSendKey(request.method ?? '', url, request.headers), (signal) =>
        forward({ request, target, lookup: names.lookupFor(target), signal, limits }),
      );
      if (!exchange.isNew) request.resume();
      response.on('close', exchange.join());
      await writeResponse(response, await exchange.answer);
    },
  };
}

/** Bounded before the first byte: the page's fetch always tells the length of what it sends. */
function refuseBody({ method, headers }: IncomingMessage): ApiResponse | undefined {
  const length = headers['content-length'];
  if (headers['transfer-encoding'] !== undefined || (method === 'POST' && length === undefined)) {
    return relayAnswer(411, 'RelayRequestRefused', 'A body needs its length.');
  }
  if (Number(length ?? 0) <= MAX_SYNC_REQUEST) return undefined;
  return relayAnswer(413, 'RelayRequestRefused', `The body is larger than ${MAX_SYNC_REQUEST} bytes.`);
}

function end(
  request: IncomingMessage,
  response: ServerResponse,
  answer: ApiResponse | undefined,
): Promise<void> {
  request.resume();
  return writeResponse(response, answer ?? { status: 500, headers: {} });
}
