import type { PayloadProblem } from '../payload-types.ts';

/** How one document lies in a string of another: where, and whether the string is base64 of it. */
export interface LensStep {
  /** Keys and indexes from the root of the text that holds the string. */
  path: readonly (string | number)[];
  base64: boolean;
}

/** The way from a text to a document inside, through every document between them. */
export type LensAddress = readonly LensStep[];

/** What a string is known to carry by its place in an AWS event; `json` and `base64-json` by what it says. */
export type LensKind =
  | 'http-body'
  | 'sqs-body'
  | 'sns-message'
  | 'kinesis'
  | 'firehose'
  | 'log-batch'
  | 'kafka-value'
  | 'kafka-key'
  | 'mq-message'
  | 'config-event'
  | 'json'
  | 'base64-json';

/** A document inside a JSON text. */
export interface LensPlace {
  address: LensAddress;
  kind: LensKind;
  /** `$.Records[0].body`, in the text that holds the string. */
  path: string;
  /** Of the string in the outermost text, quotes included. */
  start: number;
  end: number;
  /** `compressed`: what it is shows when it is opened. `damaged`: it should be base64 and is none. */
  content: 'json' | 'text' | 'binary' | 'compressed' | 'damaged';
  /** The beginning of it, for a list; empty for what is no text. */
  preview: string;
}

export interface LensPlaces {
  places: readonly LensPlace[];
  /** There are more than are listed. */
  isCut: boolean;
}

/** How a text was laid out, so that it can be shown in lines and written back as it was. */
export type LensLayout = 'as-is' | 'compact' | 'spaced';

/** A document that was opened. */
export interface OpenedDocument {
  kind: LensKind;
  /** What it was taken out of, outermost first: base64, gzip. */
  layers: readonly ('base64' | 'gzip')[];
  bytes: Uint8Array;
  /** null when the bytes are no UTF-8: such a document is looked at, never edited. */
  text: LensText | null;
  /** Its record holds `md5OfBody`, which follows an edit. */
  hasDigest: boolean;
}

export interface LensText {
  /** As it is, without a byte order mark. */
  source: string;
  /** As it is shown: in lines when it is JSON on one line. */
  shown: string;
  layout: LensLayout;
  isJson: boolean;
}

/** Why a document can't be opened or written. */
export type LensProblem =
  /** The text that should hold it is no JSON now; `level` 0 is the outermost. */
  | { reason: 'no-json'; level: number }
  /** Nothing stands at its place, or something that is no string. */
  | { reason: 'gone'; level: number }
  | { reason: 'bad-base64'; level: number }
  | { reason: 'bad-gzip'; level: number }
  /** It would be larger than `maxBytes`. */
  | { reason: 'too-big'; level: number; maxBytes: number }
  /** A document on the way, or the one to be edited, is no UTF-8. */
  | { reason: 'binary'; level: number }
  /** What was typed has no bytes. */
  | { reason: 'unwritable'; level: number; problem: PayloadProblem };

export type LensResult<Value> = { ok: true; value: Value } | { ok: false; problem: LensProblem };

/** A part of a text and what stands there instead. */
export interface TextPart {
  start: number;
  end: number;
  text: string;
}
