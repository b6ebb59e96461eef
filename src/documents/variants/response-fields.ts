import { parseJsonPath } from '../json-path.ts';
import { findInJson, sourceOf } from '../json-path-find.ts';
import { isJson } from '../json-problems.ts';
import { payloadFromBytes, payloadText } from '../payload.ts';

/** More places than this of one path are not listed. */
const maxPlaces = 100;
/** A longer value is named by its length: ten thousand rows of it would not fit into the page. */
const maxCharacters = 20_000;

/** What a response has at some paths, as it is spelled there; null where it has nothing, or is no JSON. */
export function responseFields(
  response: Uint8Array | null,
  paths: readonly string[],
): Record<string, string | null> {
  if (paths.length === 0) return {};
  const document = response && payloadFromBytes(response);
  const text = document && document.encoding === 'utf8' ? payloadText(document) : '';
  const sound = isJson(text);
  return Object.fromEntries(paths.map((path) => [path, sound ? fieldOf(text, path) : null]));
}

/** One value as it is; several as an array. */
function fieldOf(text: string, path: string): string | null {
  const parsed = parseJsonPath(path);
  const sources = parsed.ok
    ? findInJson(text, parsed.path, maxPlaces).map((place) => sourceOf(text, place))
    : [];
  const [only] = sources;
  if (only === undefined) return null;
  const source = sources.length === 1 ? only : `[${sources.join(', ')}]`;
  return source.length > maxCharacters
    ? JSON.stringify(`(${source.length.toLocaleString('en')} characters, not kept)`)
    : source;
}
