import type { StoreApi } from 'zustand/vanilla';
import type { PayloadEdit } from '../documents/payload-types.ts';
import type { Draft, DraftFields } from './types.ts';

/** Drafts in tabs. There is always at least one, and `activeId` names one of them. */
export interface DraftState {
  /** `restoring` until the stored drafts are in, or storage took too long; render the form at `ready`. */
  phase: 'restoring' | 'ready';
  drafts: readonly Draft[];
  activeId: string;
  /** Closed drafts for undo, newest last, at most 20. */
  closed: readonly ClosedDraft[];
  actions: DraftActions;
}

export interface ClosedDraft {
  draft: Draft;
  /** Where its tab was. */
  index: number;
}

/** An unknown draft id does nothing: a late answer may name a draft that was closed meanwhile. */
export interface DraftActions {
  /** Opens a draft beside the active one, makes it active and gives its id. */
  open(fields?: Partial<DraftFields>): string;
  /** Closing the last draft opens a fresh one. */
  close(id: string): void;
  /** Brings back a closed draft, the last one when not named, where it was; null when there is none. */
  undoClose(id?: string): string | null;
  duplicate(id: string): string | null;
  rename(id: string, title: string | null): void;
  /** `toIndex` is the place after the move, clamped to the tabs there are. */
  move(id: string, toIndex: number): void;
  activate(id: string): void;
  /** Fields of the form and what the client context editor and caret report; never raises a revision. */
  update(id: string, patch: Partial<DraftPatch>): void;
  /** What the payload editor holds now. On a refusal the payload stays and `payloadProblem` is set. */
  setPayloadText(id: string, text: string): PayloadEdit;
  /** An edit from outside the editor (format, minify, sort keys): as setPayloadText, and raises the revision. */
  replacePayloadText(id: string, text: string): PayloadEdit;
  /** A file, a preset or a link: the bytes as they are. `name` becomes the title of an untitled draft. */
  loadPayloadBytes(id: string, bytes: Uint8Array, name?: string): void;
  /** From outside the client context editor; raises its revision. */
  replaceClientContext(id: string, text: string): void;
  setLastRun(id: string, runId: string): void;
}

export type DraftPatch = Omit<
  Draft,
  'id' | 'payload' | 'payloadRevision' | 'payloadProblem' | 'clientContextRevision' | 'lastRunId'
>;

export type DraftStore = StoreApi<DraftState>;
