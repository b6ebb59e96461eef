import { parseProxyResponse, type HttpResponse } from './http-response.ts';
import { formatJson } from './json-format.ts';
import { isJson } from './json-problems.ts';
import { readJsonTree, type JsonTreeData } from './json-tree-data.ts';

/** Work on a whole response body, for a large one in a worker. Each gives null where the body is not of that kind. */
export interface BodyJobResults {
  /** The same JSON with one member a line. */
  pretty: string | null;
  tree: JsonTreeData | null;
  http: HttpResponse | null;
}

export type BodyJob = keyof BodyJobResults;

export function runBodyJob<Kind extends BodyJob>(kind: Kind, bytes: Uint8Array): BodyJobResults[Kind] {
  const text = jsonText(bytes);
  return text === null ? null : jobs[kind](text);
}

const jobs: { [Kind in BodyJob]: (text: string) => BodyJobResults[Kind] } = {
  pretty: (text) => (isJson(text) ? formatJson(text) : null),
  tree: (text) => readJsonTree(text),
  http: (text) => parseProxyResponse(parsed(text)),
};

/** Without a byte order mark, which JSON does not know; null when the bytes are no UTF-8. */
function jsonText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
