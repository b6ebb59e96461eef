import made from './event-schemas.json' with { type: 'json' };

/** An event that an AWS service sends to a function, with its JSON Schema. */
export interface EventType {
  /** What a draft keeps. */
  id: string;
  /** The service. */
  group: string;
  label: string;
  /** JSON Schema, draft 7. */
  schema: unknown;
}

/** All of them, made by scripts/gen-schemas.mjs. They are large: import this module late. */
export const eventTypeList: readonly EventType[] = made;
