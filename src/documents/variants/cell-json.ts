import { isJson } from '../json-problems.ts';
import type { CellType } from './variants-table.ts';

export type CellJson =
  | { readonly ok: true; /** null: the payload's own value stays. */ readonly source: string | null }
  | { readonly ok: false; readonly message: string };

/** What the text of a cell puts into the payload. JSON goes in as it is spelled: 1.0 stays 1.0. */
export function cellJson(text: string, type: CellType): CellJson {
  if (type === 'text') return asString(text);
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, source: null };
  if (type === 'number') {
    return plainNumber.test(trimmed)
      ? { ok: true, source: trimmed }
      : { ok: false, message: `${shortened(trimmed)} is not a JSON number.` };
  }
  if (isJson(trimmed)) return { ok: true, source: trimmed };
  return type === 'json' ? { ok: false, message: `${shortened(trimmed)} is not JSON.` } : asString(text);
}

function asString(text: string): CellJson {
  // A string of the document has no half characters: they have no bytes.
  return /[\uD800-\uDFFF]/u.test(text)
    ? { ok: false, message: 'The cell holds half a character (a lone surrogate).' }
    : { ok: true, source: JSON.stringify(text) };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
