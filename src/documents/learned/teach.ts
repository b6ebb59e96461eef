import { JsonScanner } from '../json-scan.ts';
import { findSecrets } from '../secret-scan.ts';
import {
  maxLearnedBytes,
  type Learned,
  type LearnedFormat,
  type LearnedKind,
  type LearnedShape,
} from './learned-types.ts';

const maxShapes = 2_000;
const maxMembers = 100;
const maxDepth = 16;
const maxItems = 100;
const maxValues = 8;
const longestValue = 40;
const longestName = 100;
const maxFingerprints = 256;

export function nothingLearned(): Learned {
  return { shape: newShape(), fingerprints: [] };
}

/**
 * Takes a payload as an example: names, kinds, formats and few short texts, never a long text, a number or what looks
 * like a secret or is a known one. False where it teaches nothing: it is no
 * JSON, has a name twice, is too large, or taught already. `learned` is changed.
 */
export function teach(learned: Learned, text: string, known: readonly string[] = []): boolean {
  if (text.length > maxLearnedBytes || text.trim() === '') return false;
  const print = fingerprintOf(text);
  if (learned.fingerprints.includes(print)) return false;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  // Of two members of one name JSON.parse keeps the last, and the first would be doubted.
  if (colonsIn(text) !== membersIn(value)) return false;
  const room = { shapes: maxShapes - countShapes(learned.shape) };
  see(learned.shape, value, { room, depth: 0, isSecret: false, known });
  learned.fingerprints = [...learned.fingerprints, print].slice(-maxFingerprints);
  return true;
}

function kindOf(value: unknown): LearnedKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object';
}

interface Place {
  room: { shapes: number };
  depth: number;
  /** Its name says that it holds what nobody should read. */
  isSecret: boolean;
  /** Secret values that may stand anywhere. */
  known: readonly string[];
}

function see(shape: LearnedShape, value: unknown, place: Place): void {
  const kind = kindOf(value);
  shape.seen += 1;
  shape.kinds[kind] = (shape.kinds[kind] ?? 0) + 1;
  if (Array.isArray(value)) seeItems(shape, value, place);
  else if (typeof value === 'object' && value !== null) seeMembers(shape, Object.entries(value), place);
  else if (typeof value === 'string') seeText(shape, value, place);
  else if (Number.isInteger(value)) count(shape, 'integer');
}

function seeItems(shape: LearnedShape, items: readonly unknown[], place: Place): void {
  if (items.length === 0) return;
  const below = { ...place, depth: place.depth + 1 };
  shape.items ??= roomFor(below);
  if (shape.items === null || items.length > maxItems) shape.isCut = true;
  for (const item of items.slice(0, maxItems)) if (shape.items) see(shape.items, item, below);
}

function seeMembers(shape: LearnedShape, members: readonly [string, unknown][], place: Place): void {
  for (const [name, value] of members) {
    const below = { ...place, depth: place.depth + 1, isSecret: place.isSecret || secretName.test(name) };
    const member = shape.members.get(name) ?? newMember(shape, name, below);
    if (member === null) shape.isCut = true;
    else see(member, value, below);
  }
}

function newMember(shape: LearnedShape, name: string, place: Place): LearnedShape | null {
  const isKept =
    shape.members.size < maxMembers &&
    name.length <= longestName &&
    findSecrets(name, place.known).length === 0;
  const made = isKept ? roomFor(place) : null;
  if (made) shape.members.set(name, made);
  return made;
}

function seeText(shape: LearnedShape, text: string, { isSecret, known }: Place): void {
  const format = formats.find(({ pattern }) => text.length <= 200 && pattern.test(text))?.format;
  if (format !== undefined) count(shape, format);
  const isPlain = text.length <= longestValue && !isSecret && format === undefined && text.trim() !== '';
  if (!isPlain || findSecrets(text, known).length > 0) shape.values = null;
  else if (shape.values?.includes(text) === false) {
    shape.values = shape.values.length < maxValues ? [...shape.values, text] : null;
  }
}

/** Names of what is never kept by value, whatever it looks like. */
const secretName =
  /pass(?:word|wd|phrase|code)|secret|token|credential|authori[sz]ation|api.?key|private|cookie|session|signature|\bpin\b|ssn|cvv|iban/i;

const formats: readonly { format: LearnedFormat; pattern: RegExp }[] = [
  { format: 'uuid', pattern: /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i },
  {
    format: 'date-time',
    pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?$/,
  },
  { format: 'arn', pattern: /^arn:[\w-]+:[\w-]+:[\w-]*:\d*:\S+$/ },
];

function count(shape: LearnedShape, format: LearnedFormat): void {
  shape.formats[format] = (shape.formats[format] ?? 0) + 1;
}

function roomFor({ room, depth }: Place): LearnedShape | null {
  if (room.shapes <= 0 || depth > maxDepth) return null;
  room.shapes -= 1;
  return newShape();
}

function newShape(): LearnedShape {
  return { seen: 0, kinds: {}, members: new Map(), isCut: false, items: null, values: [], formats: {} };
}

function countShapes({ members, items }: LearnedShape): number {
  let shapes = 1 + (items ? countShapes(items) : 0);
  for (const member of members.values()) shapes += countShapes(member);
  return shapes;
}

function colonsIn(text: string): number {
  const scanner = new JsonScanner(text);
  let colons = 0;
  while (scanner.next()) if (scanner.kind === ':') colons += 1;
  return colons;
}

/** Without recursion: a payload may be nested as deep as its size allows. */
function membersIn(value: unknown): number {
  const open = [value];
  let members = 0;
  for (let one = open.pop(); open.length > 0 || one !== undefined; one = open.pop()) {
    if (typeof one !== 'object' || one === null) continue;
    const inside: unknown[] = Object.values(one);
    if (!Array.isArray(one)) members += inside.length;
    for (const item of inside) open.push(item);
  }
  return members;
}

/** FNV-1a over the units of the text, twice with other beginnings: 53 bits that tell payloads apart. */
function fingerprintOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0xcbf29ce4];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000197);
  }
  return (low >>> 0) + (high & 0x1fffff) * 0x1_0000_0000;
}
