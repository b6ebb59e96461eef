import { documentAt, type DocumentAt } from './document-at.ts';
import { findDocuments } from './find-documents.ts';
import type { LensAddress, LensPlaces, LensResult, OpenedDocument } from './lens-types.ts';
import { sourceOffset } from './one-line.ts';
import { openDocument } from './open-document.ts';
import { writeDocument, type LensWrite, type WrittenDocument } from './write-document.ts';

/** Work on a whole text, for a large one in a worker. */
export interface LensJobs {
  find: { task: { text: string }; result: LensPlaces };
  /** `isFormatted`: the offset is one of the text as `formatJson` writes it. */
  at: { task: { text: string; offset: number; isFormatted?: boolean }; result: DocumentAt | null };
  open: { task: { text: string; address: LensAddress }; result: LensResult<OpenedDocument> };
  write: { task: LensWrite; result: LensResult<WrittenDocument> };
}

export type LensJobKind = keyof LensJobs;

export async function runLensJob<Kind extends LensJobKind>(
  kind: Kind,
  task: LensJobs[Kind]['task'],
): Promise<LensJobs[Kind]['result']> {
  return jobs[kind](task);
}

const jobs: {
  [Kind in LensJobKind]: (task: LensJobs[Kind]['task']) => Promise<LensJobs[Kind]['result']>;
} = {
  find: async ({ text }) => findDocuments(text),
  at: async ({ text, offset, isFormatted }) =>
    documentAt(text, isFormatted ? sourceOffset(text, offset) : offset),
  open: ({ text, address }) => openDocument(text, address),
  write: writeDocument,
};
