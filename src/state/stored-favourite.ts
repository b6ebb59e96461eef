import * as v from 'valibot';
import type { StorageTransaction } from './storage-types.ts';

/** A run that is kept for good, with the name that a person gave it. */
export interface Favourite {
  v: 1;
  /** The run's. */
  id: string;
  /** Counts the changes: one that was made upon another revision is not kept. */
  revision: number;
  /** 1 to 200 characters. */
  name: string;
}

const favouriteSchema = v.object({
  v: v.literal(1),
  id: v.string(),
  revision: v.number(),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
});

/** null when it is of another version, or damaged. */
export function parseFavourite(value: unknown): Favourite | null {
  const parsed = v.safeParse(favouriteSchema, value);
  return parsed.success ? parsed.output : null;
}

export async function listFavourites(tx: StorageTransaction): Promise<Favourite[]> {
  return (await tx.list('favourites')).flatMap(({ value }) => parseFavourite(value) ?? []);
}
