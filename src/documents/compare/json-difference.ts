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
  /** The containers on the way down, with what is still to be looked at in each: no depth is too deep for it. */
  readonly #open: { place: Place | null; inside: Iterator<KeyedPair> }[] = [];

  constructor(sides: Sides) {
    this.#sides = sides;
  }

  compare(left: JsonNode, right: JsonNode): void {
    this.#compare({ left, right, place: null });
    for (let frame = this.#open.at(-1); frame; frame = this.#open.at(-1)) {
      const { done, value } = frame.inside.next();
      if (done) this.#open.pop();
      else this.#compare({ left: value.left, right: value.right, place: placeIn(frame.place, value.key) });
    }
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
      const inside = left.kind === 'array' ? itemPairs(left, right) : memberPairs(left, right).values();
      this.#open.push({ place: pair.place, inside });
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

/** Items that came or went in one place leave all others paired. One at a time: there may be millions. */
function* itemPairs({ children: left }: JsonNode, { children: right }: JsonNode): Generator<KeyedPair> {
  const after = sameAtEnd(left, right);
  const [leftEnd, rightEnd] = [left.length - after, right.length - after];
  const between = Math.max(leftEnd, rightEnd);
  for (let index = 0; index < between; index += 1) {
    yield { key: index, left: itemAt(left, index, leftEnd), right: itemAt(right, index, rightEnd) };
  }
  for (let index = leftEnd; index < left.length; index += 1) {
    yield { key: index, left: itemAt(left, index), right: itemAt(right, index - leftEnd + rightEnd) };
  }
}

function itemAt(items: readonly JsonNode[], index: number, end = items.length): JsonNode | null {
  return index < end ? (items[index] ?? null) : null;
}

/** How many items at the end are the same, without those that are the same from the start on. */
function sameAtEnd(left: readonly JsonNode[], right: readonly JsonNode[]): number {
  const shorter = Math.min(left.length, right.length);
  let before = 0;
  while (before < shorter && left[before]?.value === right[before]?.value) before += 1;
  let after = 0;
  while (after < shorter - before && left.at(-1 - after)?.value === right.at(-1 - after)?.value) after += 1;
  return after;
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
