import { jsonProblems, type JsonProblem } from '../json-problems.ts';
import { md5Hex } from '../md5.ts';
import { editPayload, payloadFromText, payloadText } from '../payload.ts';
import type { PayloadDocument, PayloadEdit } from '../payload-types.ts';
import { wrap } from './layers.ts';
import type { LensAddress, LensLayout, LensProblem, LensResult, TextPart } from './lens-types.ts';
import { asWritten } from './one-line.ts';
import { openLevels, type LensLevel } from './open-document.ts';
import { patchString } from './string-token.ts';

export interface LensWrite {
  text: string;
  address: LensAddress;
  /** The document as it is shown after the edit, and the layout it was opened with. */
  shown: string;
  layout: LensLayout;
}

export interface WrittenDocument {
  parts: readonly TextPart[];
  /** The document as it stands in the text afterwards, without a byte order mark. */
  source: string;
  /** What is wrong with it as JSON, in what is shown; null when nothing is. */
  fault: JsonProblem | null;
}

/**
 * The parts of the text to change for an edit of a document inside, ascending; none when it means the same. Only what
 * differs within a string changes, and `md5OfBody` beside an SQS body that does.
 */
export async function writeDocument(write: LensWrite): Promise<LensResult<WrittenDocument>> {
  const opened = await openLevels(write.text, write.address);
  if (!opened.ok) return opened;
  const levels = opened.value;
  const last = levels.at(-1);
  if (last === undefined) return { ok: false, problem: { reason: 'gone', level: 0 } };
  const level = levels.length - 1;
  if (last.inside.document.encoding === 'binary') return { ok: false, problem: { reason: 'binary', level } };
  const edit = editPayload(last.inside.document, asWritten(write.shown, write.layout));
  if (!edit.ok) return { ok: false, problem: { reason: 'unwritable', level, problem: edit.problem } };
  const parts: LensResult<TextPart[]> =
    edit.document === last.inside.document
      ? { ok: true, value: [] }
      : await writeLevels(levels, edit.document);
  if (!parts.ok) return parts;
  const [fault = null] = jsonProblems(write.shown, 1);
  return { ok: true, value: { parts: parts.value, source: payloadText(edit.document), fault } };
}

/** From the innermost text outwards: each gets the parts that its string takes. */
async function writeLevels(
  levels: readonly LensLevel[],
  edited: PayloadDocument,
): Promise<LensResult<TextPart[]>> {
  let document = edited;
  let parts: TextPart[] = [];
  for (const [fromInside, { text, place, inside }] of levels.toReversed().entries()) {
    // oxlint-disable-next-line no-await-in-loop
    parts = partsFor({ text, place, inside }, await wrap(document, inside));
    const level = levels.length - 1 - fromInside;
    const holder = levels[level - 1];
    if (holder === undefined) break;
    const written = withText(holder.inside.document, applyParts(text, parts));
    if (!written.ok) return { ok: false, problem: unwritable(level - 1, written) };
    document = written.document;
  }
  return { ok: true, value: parts };
}

function unwritable(level: number, { problem }: Extract<PayloadEdit, { ok: false }>): LensProblem {
  return { reason: 'unwritable', level, problem };
}

function partsFor({ place }: LensLevel, meaning: string): TextPart[] {
  const patch = patchString(place.token, place.meaning, meaning);
  if (patch === null) return [];
  const parts = [{ ...patch, start: place.start + patch.start, end: place.start + patch.end }];
  if (place.digest !== null) {
    const digest = `"${md5Hex(new TextEncoder().encode(meaning))}"`;
    parts.push({ ...place.digest, text: digest });
  }
  return parts.toSorted((a, b) => a.start - b.start);
}

/** Line ends between the documents stay as they are: nobody edits them there. */
function withText(document: PayloadDocument, text: string): PayloadEdit {
  return payloadFromText((document.bom ? '\uFEFF' : '') + text);
}

export function applyParts(text: string, parts: readonly TextPart[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const part of parts) {
    pieces.push(text.slice(at, part.start), part.text);
    at = part.end;
  }
  return pieces.join('') + text.slice(at);
}
