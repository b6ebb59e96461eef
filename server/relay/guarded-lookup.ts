import { lookup as systemLookup } from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { type AddressScope, scopeOfAddress } from './address-scope.ts';
import { mayConnect, type RelayTarget } from './relay-target.ts';

export type ResolvePort = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/** A name whose address is not one that it may have. */
class ForbiddenAddress extends Error {
  readonly code = 'FORBIDDEN_ADDRESS';
}

/**
 * Name resolution that looks at every address when the connection is made, so that nothing can change between a
 * check and its use. A name that once led to the network and now leads to this machine, or the other way round, is
 * refused: that is how DNS rebinding looks.
 */
export class GuardedNames {
  readonly #resolve: ResolvePort;
  readonly #known = new Map<string, AddressScope>();

  constructor(resolve: ResolvePort = systemLookup) {
    this.#resolve = resolve;
  }

  lookupFor(target: Pick<RelayTarget, 'kind' | 'origin'>): LookupFunction {
    return (hostname, options, callback) => {
      this.#resolve(hostname, { ...options, all: true }, (error, addresses) => {
        const fault = error ?? this.#judge(hostname, addresses, target);
        const [first] = addresses ?? [];
        if (fault || !first) callback(fault ?? new ForbiddenAddress(`${hostname} has no address.`), [], 0);
        else if (options.all) callback(null, addresses);
        else callback(null, first.address, first.family);
      });
    };
  }

  #judge(
    hostname: string,
    addresses: readonly LookupAddress[],
    { kind, origin }: Pick<RelayTarget, 'kind' | 'origin'>,
  ): Error | undefined {
    const scopes = [...new Set(addresses.map(({ address }) => scopeOfAddress(address)))];
    const bad = addresses.find(({ address }) => !mayConnect(scopeOfAddress(address), kind));
    if (bad)
      return new ForbiddenAddress(`${hostname} leads to ${bad.address}, which the relay does not call.`);
    const [scope, another] = scopes;
    const before = this.#known.get(origin) ?? scope;
    if (scope === undefined || another !== undefined || scope !== before) {
      return new ForbiddenAddress(`${hostname} leads to ${scopes.join(' and ')} addresses by turns.`);
    }
    this.#known.set(origin, scope);
    return undefined;
  }
}
