/** The members that have a value: an optional member is absent rather than `undefined`. */
export function defined<const T extends object>(members: T): Defined<T> {
  const kept: Record<string, unknown> = {};
  for (const key in members) if (members[key] !== undefined) kept[key] = members[key];
  return kept as Defined<T>;
}

type Defined<T> = {
  -readonly [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key];
} & {
  -readonly [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};
