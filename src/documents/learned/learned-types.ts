/** What was seen at one place of the payloads of a function: how often, and as what. */
export interface LearnedShape {
  /** How many values were seen here. */
  seen: number;
  kinds: { [Kind in LearnedKind]?: number | undefined };
  /** Members of the objects; a map, because any name may come. */
  members: Map<string, LearnedShape>;
  /** Members or items were left out, so what is not here may have been seen. */
  isCut: boolean;
  /** Of the items of the arrays, all as one. */
  items: LearnedShape | null;
  /** Short texts, while there are few; null once there were many, or one that is not to be kept. */
  values: string[] | null;
  formats: { [Format in LearnedFormat]?: number | undefined };
}

export type LearnedKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

export type LearnedFormat = 'integer' | 'uuid' | 'date-time' | 'arn';

/** What is learned of one function. */
export interface Learned {
  shape: LearnedShape;
  /** Of the payloads that taught, newest last: the same payload does not teach twice. */
  fingerprints: number[];
}

/** Before as many examples nothing is doubted. */
export const enoughExamples = 5;

/** Larger payloads teach nothing and are not doubted. */
export const maxLearnedBytes = 262_144;
