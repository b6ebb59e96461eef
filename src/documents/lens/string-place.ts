import { JsonTree } from '../json-tree.ts';
import { none, readJsonTree } from '../json-tree-data.ts';
import { ChildIndex } from './child-index.ts';
import { knownPlace } from './known-places.ts';
import type { LensKind, LensResult, LensStep } from './lens-types.ts';
import { readString } from './string-token.ts';

/** A string of a text that holds a document, found again by its step. */
export interface StringPlace {
  /** Of its token, quotes included. */
  start: number;
  end: number;
  token: string;
  meaning: string;
  kind: LensKind;
  base64: boolean;
  /** The token of `md5OfBody` beside the body of an SQS message. */
  digest: { start: number; end: number } | null;
}

/** Looks for the string in the text as it is now; `level` is for the problem. */
export function findString(text: string, step: LensStep, level: number): LensResult<StringPlace> {
  const data = readJsonTree(text);
  if (data === null) return { ok: false, problem: { reason: 'no-json', level } };
  const index = new ChildIndex(new JsonTree(text, data));
  const node = index.at(step.path);
  if (node === undefined || index.tree.kind(node) !== 'string') {
    return { ok: false, problem: { reason: 'gone', level } };
  }
  return { ok: true, value: stringPlace(index, node, step) };
}

function stringPlace(index: ChildIndex, node: number, step: LensStep): StringPlace {
  const { tree } = index;
  const token = tree.source(node);
  const known = knownPlace(index, node);
  // What an event says of the string counts as it stands now, as with `isBase64Encoded`.
  const base64 = known?.base64 ?? step.base64;
  return {
    start: tree.start(node),
    end: tree.end(node),
    token,
    meaning: readString(token),
    kind: known?.kind ?? (base64 ? 'base64-json' : 'json'),
    base64,
    digest: known?.kind === 'sqs-body' ? digestOf(index, node) : null,
  };
}

function digestOf(index: ChildIndex, node: number): StringPlace['digest'] {
  const { tree } = index;
  const parent = tree.parent(node);
  const sibling = parent === none ? undefined : index.child(parent, 'md5OfBody');
  if (sibling === undefined || tree.kind(sibling) !== 'string') return null;
  return { start: tree.start(sibling), end: tree.end(sibling) };
}
