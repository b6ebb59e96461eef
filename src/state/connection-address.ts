import type { Connection } from './types.ts';

/** Credentials are for one address: a connection that was moved to another one gets none of them. */
export function addressOf({ region, endpoint, variant }: Connection): string {
  return JSON.stringify([region, endpoint, variant]);
}
