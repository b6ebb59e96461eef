import { createStore } from 'zustand/vanilla';
import { draftActions } from './draft-actions.ts';
import type { DraftState, DraftStore } from './draft-types.ts';
import { newDraft } from './draft.ts';
import type { Draft, DraftFields } from './types.ts';

export interface CreateDraftStore {
  randomUUID: () => string;
  /** What a new draft begins with. */
  initialFields?: () => Partial<DraftFields>;
  /** `restoring` where stored drafts may still come (draft-persistence.ts). @default 'ready' */
  phase?: DraftState['phase'];
}

/** Begins with one fresh draft, which stored ones replace when they come in time. */
export function createDraftStore(options: CreateDraftStore): DraftStore {
  const { randomUUID, initialFields = () => ({}), phase = 'ready' } = options;
  const fresh = (fields: Partial<DraftFields> = {}): Draft =>
    newDraft(randomUUID(), { ...initialFields(), ...fields });
  const first = fresh();
  return createStore<DraftState>((set, get) => ({
    phase,
    drafts: [first],
    activeId: first.id,
    closed: [],
    actions: draftActions({ get, set, fresh, randomUUID }),
  }));
}
