/**
 * A payload is bytes with their description; an editor is a view of it. Files, presets and links keep their
 * bytes until the first edit (docs/decisions: payloads are bytes).
 */
export interface PayloadDocument {
  readonly bytes: Uint8Array;
  /** `binary` when the bytes are not UTF-8: shown as hex, never edited as text. */
  readonly encoding: 'utf8' | 'binary';
  /** The bytes begin with EF BB BF; an edit keeps it. */
  readonly bom: boolean;
  /** Line ends found in the text; `none` when it has a single line. */
  readonly eol: 'lf' | 'crlf' | 'cr' | 'mixed' | 'none';
}

/** Why a text can't become a payload, and where: `line` and `column` count from 1, in UTF-16 units. */
export interface PayloadProblem {
  message: string;
  offset: number;
  line: number;
  column: number;
}

/** `unified`: the edit had to bring mixed line ends to one kind; say so. */
export type PayloadEdit =
  | { ok: true; document: PayloadDocument; unified?: true }
  | { ok: false; problem: PayloadProblem };

/** How presets and links carry a payload: text as typed (a BOM included), or base64 when it is not UTF-8. */
export interface PayloadText {
  payload: string;
  payloadEncoding: 'utf8' | 'base64';
}
