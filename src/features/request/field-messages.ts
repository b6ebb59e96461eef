import type { FieldNotes, NotedField } from './request-notes.ts';

/** What a field says below itself: what the last press found wrong, else what is known before the next. */
export function fieldMessages(
  field: string,
  { problems, notes }: { problems: ReadonlyMap<string, string>; notes: FieldNotes },
): { error?: string; warning?: string } {
  const problem = problems.get(field);
  if (problem !== undefined) return { error: problem };
  const note = isNoted(field) ? notes[field] : undefined;
  if (note === undefined) return {};
  return note.tone === 'error' ? { error: note.text } : { warning: note.text };
}

function isNoted(field: string): field is NotedField {
  return ['functionName', 'qualifier', 'tenantId', 'durableExecutionName'].includes(field);
}
