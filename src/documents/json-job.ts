import { formatJson, minifyJson } from './json-format.ts';
import { jsonProblems, type JsonProblem } from './json-problems.ts';
import { sortJsonKeys } from './json-sort.ts';

/** An edit of a JSON text by its tokens: no number, no escape and no duplicate key is spelled anew. */
export type JsonEdit = 'format' | 'minify' | 'sort-keys';

/** Work on a whole text, for a large one in a worker. */
export type JsonJob = { kind: 'problems'; text: string } | { kind: 'edit'; edit: JsonEdit; text: string };

/** `text` is there when an edit was asked for and the text is JSON. */
export interface JsonJobResult {
  problems: readonly JsonProblem[];
  text: string | null;
}

export function runJsonJob(job: JsonJob): JsonJobResult {
  const problems = job.text.trim() === '' ? [] : jsonProblems(job.text);
  if (job.kind === 'problems' || problems.length > 0) return { problems, text: null };
  return { problems, text: edits[job.edit](job.text) };
}

const edits: Readonly<Record<JsonEdit, (text: string) => string>> = {
  format: formatJson,
  minify: minifyJson,
  'sort-keys': sortJsonKeys,
};
