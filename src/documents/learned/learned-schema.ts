import { enumLike, learnedWords, onlyKind } from './learned-words.ts';
import type { Learned, LearnedKind, LearnedShape } from './learned-types.ts';

/**
 * What was learned, as a JSON schema that proposes names and values and describes them. It demands nothing, so that
 * the editor warns of nothing by it: doubts.ts does that, more gently.
 */
export function learnedSchema({ shape }: Learned): Record<string, unknown> {
  return schemaOf(shape, null);
}

function schemaOf(shape: LearnedShape, parents: number | null): Record<string, unknown> {
  const { members, items } = shape;
  const values = enumLike(shape);
  const only = onlyKind(shape);
  const objects = shape.kinds.object ?? 0;
  return {
    ...(parents === null ? {} : { description: learnedWords(shape, parents) }),
    ...(members.size === 0
      ? {}
      : {
          properties: Object.fromEntries(
            [...members].map(([name, member]) => [name, schemaOf(member, objects)]),
          ),
        }),
    ...(items ? { items: schemaOf(items, items.seen) } : {}),
    ...(values.length > 0 ? { examples: [...values] } : {}),
    ...(values.length === 0 && only !== null && parents !== null
      ? { defaultSnippets: [{ body: first[only] }] }
      : {}),
  };
}

/** What a proposed name stands before, with the caret in it. */
const first: Readonly<Record<LearnedKind, unknown>> = {
  object: {},
  array: [],
  string: '$1',
  number: '^${1:0}',
  boolean: '^${1:true}',
  null: null,
};
