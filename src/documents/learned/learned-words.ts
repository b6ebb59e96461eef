import type { LearnedFormat, LearnedKind, LearnedShape } from './learned-types.ts';

export const kindWords: Readonly<Record<LearnedKind, string>> = {
  object: 'an object',
  array: 'an array',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

const formatWords: Readonly<Record<LearnedFormat, string>> = {
  integer: 'a whole number',
  uuid: 'a UUID',
  'date-time': 'a date and time',
  arn: 'an ARN',
};

/** The kind that every value here had; null when there were several. */
export function onlyKind({ kinds }: LearnedShape): LearnedKind | null {
  const found = kindsOf(kinds);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function kindsOf(kinds: LearnedShape['kinds']): LearnedKind[] {
  return allKinds.filter((kind) => (kinds[kind] ?? 0) > 0);
}

const allKinds: readonly LearnedKind[] = ['object', 'array', 'string', 'number', 'boolean', 'null'];

/** `Seen in 5 of 6 examples. Always a text, a UUID.` */
export function learnedWords(shape: LearnedShape, parents: number): string {
  const seen =
    shape.seen > parents ? `Seen ${shape.seen} times` : `Seen in ${shape.seen} of ${parents} examples`;
  const kinds = kindsOf(shape.kinds).map((kind) => kindWords[kind]);
  const format = allFormats.find((one) => shape.formats[one] === shape.seen);
  const kind = format ? formatWords[format] : kinds.join(' or ');
  const values = enumLike(shape);
  const examples = values.length === 0 ? '' : ` Such as ${values.map((value) => `“${value}”`).join(', ')}.`;
  return `${seen}. ${kinds.length === 1 ? 'Always' : 'Was'} ${kind}.${examples}`;
}

const allFormats: readonly LearnedFormat[] = ['integer', 'uuid', 'date-time', 'arn'];

/** Texts that come again and again: those that a person chooses from. */
export function enumLike({ values, kinds }: LearnedShape): readonly string[] {
  const texts = kinds.string ?? 0;
  return values !== null && values.length > 0 && values.length * 2 <= texts ? values : [];
}
