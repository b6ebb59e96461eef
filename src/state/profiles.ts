import * as v from 'valibot';
import type { ReadableKeys } from './credential-keeper.ts';

/** A profile of this machine's AWS configuration, by name alone. */
export interface Profile {
  name: string;
  region?: string | undefined;
}

export type ProfileCredentials =
  | { ok: true; keys: ReadableKeys; region: string | undefined }
  | { ok: false; message: string };

/** What `npm start -- --profiles` offers: names first, temporary credentials when they are asked for. */
export interface ProfileSource {
  /** Empty where the server offers none. */
  list(): Promise<readonly Profile[]>;
  credentials(name: string): Promise<ProfileCredentials>;
}

export type ProfileFetch = (url: string, init: RequestInit) => Promise<Response>;

/** The page's own server, and no other: the addresses are relative. */
export function profileSource(fetchPort: ProfileFetch): ProfileSource {
  return {
    async list() {
      try {
        const response = await fetchPort('profiles.json', { cache: 'no-store', credentials: 'omit' });
        if (!response.ok) return [];
        return v.parse(listSchema, await response.json()).profiles;
      } catch {
        return [];
      }
    },
    async credentials(name) {
      try {
        const response = await fetchPort('profiles/credentials', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name }),
          cache: 'no-store',
          credentials: 'omit',
        });
        const body: unknown = await response.json();
        if (!response.ok) return { ok: false, message: messageIn(body) ?? notGiven };
        return { ok: true, ...fromDocument(v.parse(credentialsSchema, body)) };
      } catch {
        return { ok: false, message: 'The local server did not answer. Is it still running?' };
      }
    },
  };
}

const notGiven = 'The server could not get credentials for this profile.';

const listSchema = v.object({
  profiles: v.array(v.object({ name: v.string(), region: v.optional(v.string()) })),
});

const credentialsSchema = v.object({
  accessKeyId: v.string(),
  secretAccessKey: v.string(),
  sessionToken: v.optional(v.string()),
  expiration: v.optional(v.string()),
  region: v.optional(v.string()),
});

function fromDocument({
  region,
  sessionToken,
  expiration,
  ...keys
}: v.InferOutput<typeof credentialsSchema>) {
  return {
    region,
    keys: {
      ...keys,
      ...(sessionToken === undefined ? {} : { sessionToken }),
      ...(expiration === undefined ? {} : { expiration: new Date(expiration) }),
    },
  };
}

function messageIn(body: unknown): string | undefined {
  const parsed = v.safeParse(v.object({ message: v.string() }), body);
  return parsed.success ? parsed.output.message : undefined;
}
