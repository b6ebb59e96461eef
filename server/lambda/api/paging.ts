import { validationError } from './api-error.ts';

export interface Page<T> {
  items: T[];
  /** Present when more items follow. */
  NextMarker?: string;
}

const LARGEST_PAGE = 50;

/**
 * Cuts a page out of a list by the API's Marker and MaxItems. Lambda answers at most 50 items whatever is asked.
 * @throws ApiError ValidationException when MaxItems is no number between 1 and 10000
 */
export function paginate<T>(items: readonly T[], query: URLSearchParams): Page<T> {
  const size = Math.min(parseMaxItems(query.get('MaxItems')), LARGEST_PAGE);
  const from = parseMarker(query.get('Marker'));
  const page = items.slice(from, from + size);
  const next = from + page.length;
  return next < items.length ? { items: page, NextMarker: toMarker(next) } : { items: page };
}

function parseMaxItems(text: string | null): number {
  if (text === null) return LARGEST_PAGE;
  const maxItems = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (maxItems < 1) throw validationError(text, 'maxItems', 'have value greater than or equal to 1');
  if (maxItems > 10_000) throw validationError(text, 'maxItems', 'have value less than or equal to 10000');
  return maxItems;
}

/** Opaque to the client; an unknown marker begins anew, as the item it named may be gone. */
function toMarker(index: number): string {
  return Buffer.from(`from:${index}`, 'utf8').toString('base64url');
}

function parseMarker(marker: string | null): number {
  const [, index] = /^from:(\d{1,9})$/.exec(Buffer.from(marker ?? '', 'base64url').toString('utf8')) ?? [];
  return Number(index ?? 0);
}
