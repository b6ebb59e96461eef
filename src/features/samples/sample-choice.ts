import type { SampleEvent } from '../../documents/events/sample-event.ts';
import type { PayloadDocument } from '../../documents/payload-types.ts';

/** What the one search box finds. */
export type SampleChoice =
  | { kind: 'event'; id: string; event: SampleEvent }
  | { kind: 'preset'; id: string; preset: PresetChoice };

/** A preset of the person's own, of this device or of the folder. */
export interface PresetChoice {
  id: string;
  name: string;
  functionName: string;
  tags: readonly string[];
  /** null when it can't be read any more. */
  payload: () => Promise<PayloadDocument | null>;
  /** Opens all of it as a draft. */
  open: () => void;
}

/** What becomes the payload. */
export interface ChosenPayload {
  /** What it is, for the message that offers the way back. */
  title: string;
  bytes: Uint8Array;
  /** Whose schema fits; null: none is known. */
  eventType: string | null;
}
