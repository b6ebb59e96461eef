import { isJson } from '../json-problems.ts';
import { JsonTree } from '../json-tree.ts';
import { readJsonTree } from '../json-tree-data.ts';
import { payloadFromBytes, payloadText } from '../payload.ts';
import { readBase64 } from './base64-text.ts';
import { ChildIndex } from './child-index.ts';
import { knownPlace, type KnownPlace } from './known-places.ts';
import { isGzip } from './layers.ts';
import type { LensAddress, LensPlace, LensPlaces } from './lens-types.ts';
import { readString } from './string-token.ts';

/** More than anyone chooses from; a batch of Lambda's services has at most 10,000 records. */
const mostPlaces = 500;
/** Documents in documents, and containers in one of them: no program nests deeper. */
export const deepestAddress = 8;
const deepestPath = 200;

/**
 * The documents inside a JSON text, in its order, each followed by those inside of it. What is compressed is not
 * looked into before it is opened. A text that is no JSON has none.
 */
export function findDocuments(text: string, limit = mostPlaces): LensPlaces {
  const finder = new Finder(limit);
  finder.look(text, null);
  return { places: finder.places, isCut: finder.isCut };
}

class Finder {
  readonly places: LensPlace[] = [];
  isCut = false;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  look(text: string, holder: LensPlace | null): void {
    // A text without a string, and nearly every other, is settled here.
    const data = text.includes('"') ? readJsonTree(text) : null;
    if (data === null) return;
    const index = new ChildIndex(new JsonTree(text, data));
    this.isCut ||= data.isCut;
    for (let node = 0; node < data.count; node += 1) {
      const found = inString(index, node);
      if (found !== null && !this.#add({ index, node, found, holder })) return;
    }
  }

  /** False when there is no room for another one. */
  #add({ index, node, found, holder }: NewPlace): boolean {
    const { tree } = index;
    const path = tree.depth(node) > deepestPath ? null : index.pathOf(node);
    if (path === null) return true;
    if (this.places.length === this.#limit) {
      this.isCut = true;
      return false;
    }
    const address: LensAddress = [...(holder?.address ?? []), { path, base64: found.base64 }];
    const { start, end } = holder ?? { start: tree.start(node), end: tree.end(node) };
    const { kind, content, text } = found;
    const preview = text.slice(0, previewCharacters);
    const place = { address, kind, path: tree.path(node), start, end, content, preview };
    this.places.push(place);
    if (content === 'json' && address.length < deepestAddress) this.look(text, place);
    return true;
  }
}

interface NewPlace {
  index: ChildIndex;
  node: number;
  found: Found;
  holder: LensPlace | null;
}

const previewCharacters = 120;

interface Found extends KnownPlace {
  content: LensPlace['content'];
  text: string;
}

/** What a value holds, where it is a string with a document. */
export function inString(index: ChildIndex, node: number): Found | null {
  const { tree } = index;
  // An empty string holds nothing, and a number is none.
  if (tree.end(node) - tree.start(node) < 3 || tree.kind(node) !== 'string') return null;
  const known = knownPlace(index, node);
  const start = tree.preview(node, sniffed);
  if (known !== null) {
    const meaning = readString(tree.source(node));
    return known.base64 ? inBase64(known, meaning) : { ...known, content: contentOf(meaning), text: meaning };
  }
  if (mayBeJson.test(start)) {
    const meaning = readString(tree.source(node));
    return holdsJson(meaning) ? { kind: 'json', base64: false, content: 'json', text: meaning } : null;
  }
  if (!mayBeBase64.test(start)) return null;
  const found = inBase64({ kind: 'base64-json', base64: true }, readString(tree.source(node)));
  return found.content === 'json' || found.content === 'compressed' ? found : null;
}

const sniffed = 64;
/** A string that may begin with a bracket, or with a quote where JSON was put into JSON twice. */
const mayBeJson = /^"(?:\s|\\[nrt])*(?:[{[]|\\"|\\u00(?:7b|5b|22))/i;
/** base64 of `{"`, `{` with white space, `[{` and `["`, and of gzip's first bytes. */
const mayBeBase64 = /^"(?:eyJ|ewo|ewk|eyA|ew0|W3s|WyJ|Wwo|H4sI)/;

function inBase64(place: KnownPlace, meaning: string): Found {
  const read = readBase64(meaning);
  if (read === null) return { ...place, content: 'damaged', text: '' };
  if (isGzip(read.bytes)) return { ...place, content: 'compressed', text: '' };
  const document = payloadFromBytes(read.bytes);
  if (document.encoding === 'binary') return { ...place, content: 'binary', text: '' };
  const text = payloadText(document);
  return { ...place, content: contentOf(text), text };
}

function contentOf(text: string): 'json' | 'text' {
  return holdsJson(text) ? 'json' : 'text';
}

/** An object or an array, or a string that holds one. */
function holdsJson(text: string): boolean {
  const first = text.trimStart()[0];
  if (first === '{' || first === '[') return isJson(text);
  if (first !== '"' || !isJson(text)) return false;
  const inner = readString(text).trimStart()[0];
  return (inner === '{' || inner === '[') && isJson(readString(text));
}
