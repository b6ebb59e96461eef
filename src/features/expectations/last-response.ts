import { findInJson, sourceOf } from '../../documents/json-path-find.ts';
import { parseJsonPath } from '../../documents/json-path.ts';
import { isJson } from '../../documents/json-problems.ts';
import { isSameOrigin } from '../../state/origin-preset.ts';
import type { PresetOrigin } from '../../state/preset-types.ts';
import { factsOfRun } from './check-run.ts';
import type { ExpectationsPort } from './expectations-port.ts';

/** Larger responses are not read while somebody types. */
const maxCharacters = 262_144;

/** The JSON that the last run of a draft of this preset gave; null when there is none to take values from. */
export function lastResponse(port: ExpectationsPort, origin: PresetOrigin): string | null {
  const { drafts, activeId } = port.drafts.getState();
  const { origins } = port.store.getState();
  const own = drafts.filter(({ id }) => isSameOrigin(origin, origins.get(id)));
  const draft = own.find(({ id }) => id === activeId) ?? own[0];
  const run = draft && port.runs.getState().byDraft[draft.id];
  if (!run) return null;
  const { response } = factsOfRun(run);
  return 'text' in response && response.text.length <= maxCharacters && isJson(response.text)
    ? response.text
    : null;
}

/** The JSON text of the first value that a path leads to. */
export function valueAt(response: string, path: string): string | null {
  const parsed = parseJsonPath(path);
  const [place] = parsed.ok ? findInJson(response, parsed.path, 1) : [];
  return place === undefined ? null : sourceOf(response, place);
}
