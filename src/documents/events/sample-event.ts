import { EventMaker, type EventPorts } from './event-maker.ts';
import type { Field, FieldTexts, ValuesOf } from './fields.ts';
import { RawJson } from './raw-json.ts';

/** An event that a service of AWS sends to functions, as a form and what is made of it. */
export interface SampleEvent<Built = unknown> {
  /** The values of its form are remembered under it: it never changes. */
  id: string;
  service: string;
  title: string;
  /** One line: when AWS sends it. */
  says: string;
  /** Id of the event type whose schema fits (event-type-list.ts). */
  eventType: string | null;
  fields: Readonly<Record<string, Field>>;
  /** Fields without a text have what they begin with. The texts must have no problem (field-problems.ts). */
  build: (texts: FieldTexts, ports: EventPorts) => Built;
}

interface Definition<Fields extends Readonly<Record<string, Field>>, Built> extends Omit<
  SampleEvent,
  'build' | 'fields' | 'eventType'
> {
  eventType?: string;
  fields: Fields;
  build: (values: ValuesOf<Fields>, make: EventMaker) => Built;
}

export function sampleEvent<Fields extends Readonly<Record<string, Field>>, Built>({
  build,
  eventType,
  ...rest
}: Definition<Fields, Built>): SampleEvent<Built> {
  return {
    ...rest,
    eventType: eventType ?? null,
    build: (texts, ports) => build(parseValues(rest.fields, texts), new EventMaker(ports)),
  };
}

function parseValues<Fields extends Readonly<Record<string, Field>>>(
  fields: Fields,
  texts: FieldTexts,
): ValuesOf<Fields> {
  const entries = Object.entries(fields).map(([name, field]) => [
    name,
    parseValue(field, textOf(name, field, texts)),
  ]);
  return Object.fromEntries(entries) as ValuesOf<Fields>;
}

/** What a field holds; a name that only an object's prototype has is not held. */
export function textOf(name: string, field: Field, texts: FieldTexts): string {
  return Object.hasOwn(texts, name) ? (texts[name] ?? field.value) : field.value;
}

function parseValue(field: Field, value: string): string | number | RawJson {
  if (field.kind === 'whole') return Number(value);
  return field.kind === 'json' ? new RawJson(value) : value;
}
