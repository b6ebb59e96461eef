import { findInJson } from '../json-path-find.ts';
import { parseJsonPath, type JsonPath } from '../json-path.ts';
import { isJson } from '../json-problems.ts';
import { Names, readJsonNodes, type JsonNode } from './json-nodes.ts';

export interface JsonDifference {
  /** `spelling`: the same value, but other characters, such as 1.0 and 1. */
  kind: 'added' | 'removed' | 'changed' | 'spelling';
  /** Where it is: in the left text, or of what was added in the right one. */
  path: JsonPath;
  /** The text of the value, as far as it is short; null where there is none. */
  left: string | null;
  right: string | null;
}

export type JsonComparison =
  | {
      ok: true;
      /** In the order of the texts, the first 1,000. */
      differences: readonly JsonDifference[];
      /** How many there are in all. */
      count: number;
    }
  /** Which of the texts is no JSON, so that there is no structure to compare. */
  | { ok: false; noJson: 'left' | 'right' | 'both' };

/** More differences than a person looks at are counted alone. */
export const mostDifferences = 1_000;

/** A value is shown by so many of its characters. */
const shownCharacters = 300;

/**
 * What differs between two JSON texts, by their structure: the order of members and blanks do not count, numbers are
 * compared exactly. Items of arrays are the same from both ends on; those in between are compared in their order.
 * `ignored` are JSON paths whose values may differ, be absent or be new.
 */
export function compareJson(left: string, right: string, ignored: readonly string[] = []): JsonComparison {
  const [isLeft, isRight] = [isJson(left), isJson(right)];
  if (!isLeft || !isRight) return { ok: false, noJson: isLeft ? 'right' : isRight ? 'left' : 'both' };
  const names = new Names();
  const [leftOut, rightOut] = [placesOf(left, ignored), placesOf(right, ignored)];
  const walk = new Walk({ left, right, leftOut, rightOut });
  walk.compare(readJsonNodes(left, names, leftOut), readJsonNodes(right, names, rightOut));
  return { ok: true, differences: walk.differences, count: walk.count };
}

function placesOf(text: string, paths: readonly string[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (const written of paths) {
    const parsed = parseJsonPath(written);
    if (!parsed.ok) continue;
    for (const { start } of findInJson(text, parsed.path)) places.add(start);
  }
  return places;
}

/** Two values at the same place, or a value that only one side has. */
interface Pair {
  left: JsonNode | null;
  right: JsonNode | null;
  place: Place | null;
}

/** A step, with the one above it: paths are written out for differences alone. */
interface Place {
  key: string | number;
  above: Place | null;
  depth: number;
}

interface Sides {
  left: string;
  right: string;
  leftOut: ReadonlySet<number>;
  rightOut: ReadonlySet<number>;
}

class Walk {
  readonly differences: JsonDifference[] = [];
  count = 0;
  readonly #sides: Sides;
  readonly #waiting: Pair[] = [];

  constructor(sides: Sides) {
    this.#sides = sides;
  }

  compare(left: JsonNode, right: JsonNode): void {
    this.#waiting.push({ left, right, place: null });
    for (let pair = this.#waiting.pop(); pair; pair = this.#waiting.pop()) this.#compare(pair);
  }

  #compare(pair: Pair): void {
    const { left, right } = pair;
    if (this.#isIgnored(pair)) return;
    if (left === null || right === null) {
      this.#tell(left === null ? 'added' : 'removed', pair);
      return;
    }
    if (left.value === right.value && this.#isSpelledAlike(pair)) return;
    if (left.kind !== right.kind || left.kind === 'scalar')
      this.#tell(left.value === right.value ? 'spelling' : 'changed', pair);
    else {
      const inside = left.kind === 'array' ? itemPairs(left, right) : memberPairs(left, right);
      // The last that waits is the first to be looked at.
      for (const { key, ...both } of inside.toReversed()) {
        this.#waiting.push({ ...both, place: placeIn(pair.place, key) });
      }
    }
  }

  #isIgnored({ left, right }: Pair): boolean {
    const { leftOut, rightOut } = this.#sides;
    return (left !== null && leftOut.has(left.start)) || (right !== null && rightOut.has(right.start));
  }

  /** Of two values that are equal. Deep inside only what has no inside is looked at: each text is read once. */
  #isSpelledAlike({ left, right, place }: Pair): boolean {
    if (left === null || right === null) return false;
    if (left.kind !== 'scalar' && (place?.depth ?? 0) > textDepth) return false;
    const { left: one, right: other } = this.#sides;
    return one.slice(left.start, left.end) === other.slice(right.start, right.end);
  }

  #tell(kind: JsonDifference['kind'], { left, right, place }: Pair): void {
    this.count += 1;
    if (this.count > mostDifferences) return;
    this.differences.push({
      kind,
      path: pathOf(place),
      left: left && shown(this.#sides.left, left),
      right: right && shown(this.#sides.right, right),
    });
  }
}

/** As far down whole texts are compared; below, only values that have nothing inside. */
const textDepth = 20;

function placeIn(above: Place | null, key: string | number): Place {
  return { key, above, depth: (above?.depth ?? 0) + 1 };
}

interface KeyedPair extends Omit<Pair, 'place'> {
  key: string | number;
}

/** Members by their names; of names that come several times, the first belongs to the first. */
function memberPairs(left: JsonNode, right: JsonNode): KeyedPair[] {
  const others = new Map<string, JsonNode[]>();
  for (const member of right.children) {
    const key = member.name ?? '';
    const same = others.get(key);
    if (same) same.push(member);
    else others.set(key, [member]);
  }
  const taken = new Map<string, number>();
  const pairs = left.children.map((member): KeyedPair => {
    const key = member.name ?? '';
    const nth = taken.get(key) ?? 0;
    taken.set(key, nth + 1);
    return { key, left: member, right: others.get(key)?.[nth] ?? null };
  });
  for (const [key, members] of others) {
    for (const member of members.slice(taken.get(key) ?? 0)) pairs.push({ key, left: null, right: member });
  }
  return pairs;
}

/** Items that came or went in one place leave all others paired. */
function itemPairs({ children: left }: JsonNode, { children: right }: JsonNode): KeyedPair[] {
  const shorter = Math.min(left.length, right.length);
  let before = 0;
  while (before < shorter && left[before]?.value === right[before]?.value) before += 1;
  let after = 0;
  while (after < shorter - before && left.at(-1 - after)?.value === right.at(-1 - after)?.value) after += 1;
  const between = Math.max(left.length, right.length) - before - after;
  const pair = (index: number, other = index): KeyedPair => ({
    key: index,
    left: left[index] ?? null,
    right: right[other] ?? null,
  });
  return [
    ...Array.from({ length: before }, (_, index) => pair(index)),
    ...Array.from({ length: between }, (_, index) => betweenPair(before + index)),
    ...Array.from({ length: after }, (_, index) =>
      pair(left.length - after + index, right.length - after + index),
    ),
  ];

  function betweenPair(index: number): KeyedPair {
    const [inLeft, inRight] = [index < left.length - after, index < right.length - after];
    return {
      key: index,
      left: inLeft ? (left[index] ?? null) : null,
      right: inRight ? (right[index] ?? null) : null,
    };
  }
}

function pathOf(place: Place | null): JsonPath {
  const keys: (string | number)[] = [];
  for (let at = place; at; at = at.above) keys.push(at.key);
  return keys.toReversed().map((key) => ({ deep: false, key }));
}

function shown(text: string, { start, end }: JsonNode): string {
  if (end - start <= shownCharacters) return text.slice(start, end);
  return `${text.slice(start, start + shownCharacters)}…`;
}
