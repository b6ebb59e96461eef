import { formatJson } from '../json-format.ts';
import { jsonProblems } from '../json-problems.ts';
import type { EventPorts } from './event-maker.ts';
import type { Field, FieldTexts } from './fields.ts';
import { writeJson } from './raw-json.ts';
import { textOf, type SampleEvent } from './sample-event.ts';

export type EventText =
  | { ok: true; text: string }
  /** What to mend, by the name of the field. */
  | { ok: false; problems: ReadonlyMap<string, string> };

/** The event as a payload, laid out for people. The same form, moment and seed give the same text. */
export function eventText(event: SampleEvent, texts: FieldTexts, ports: EventPorts): EventText {
  const problems = new Map(
    Object.entries(event.fields).flatMap(([name, field]) => {
      const problem = fieldProblem(field, textOf(name, field, texts));
      return problem === null ? [] : [[name, problem]];
    }),
  );
  if (problems.size > 0) return { ok: false, problems };
  return { ok: true, text: formatJson(writeJson(event.build(texts, ports))) };
}

function fieldProblem(field: Field, value: string): string | null {
  if (field.kind === 'whole') {
    const { least, most } = field;
    const count = Number(value);
    const isFine = /^\d+$/.test(value) && count >= least && count <= most;
    return isFine ? null : `A whole number from ${least} to ${most}.`;
  }
  if (field.kind === 'choice') {
    return field.options.includes(value) ? null : `One of ${field.options.join(', ')}.`;
  }
  const [problem] = field.kind === 'json' ? jsonProblems(value, 1) : [];
  return problem === undefined ? null : `Line ${problem.line}, column ${problem.column}: ${problem.message}`;
}
