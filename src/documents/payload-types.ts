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
