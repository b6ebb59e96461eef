import { createStore } from 'zustand/vanilla';
import { editPayload, payloadFromBytes } from '../documents/payload.ts';
import type { PayloadEdit } from '../documents/payload-types.ts';
import type { ClosedDraft, DraftState, DraftStore } from './draft-types.ts';
import { newDraft } from './draft.ts';
import type { Draft, DraftFields } from './types.ts';

export interface CreateDraftStore {
  randomUUID: () => string;
  /** What a new draft begins with. */
  initialFields?: () => Partial<DraftFields>;
  /** `restoring` where stored drafts may still come (draft-persistence.ts). @default 'ready' */
  phase?: DraftState['phase'];
}

const closedKept = 20;

export function createDraftStore(options: CreateDraftStore): DraftStore {
  const { randomUUID, initialFields = () => ({}), phase = 'ready' } = options;
  const fresh = (fields: Partial<DraftFields> = {}): Draft =>
    newDraft(randomUUID(), { ...initialFields(), ...fields });
  return createStore<DraftState>((set, get) => {
    const change = (id: string, by: (draft: Draft) => Draft): void =>
      set(({ drafts }) => ({ drafts: drafts.map((draft) => (draft.id === id ? by(draft) : draft)) }));
    const find = (id: string): Draft | undefined => get().drafts.find((draft) => draft.id === id);
    const insert = (draft: Draft, index: number): string => {
      set(({ drafts }) => ({ drafts: drafts.toSpliced(index, 0, draft), activeId: draft.id }));
      return draft.id;
    };
    const besideActive = (): number => get().drafts.findIndex(({ id }) => id === get().activeId) + 1;
    const edit = (id: string, text: string, raise: 0 | 1): PayloadEdit => {
      const draft = find(id);
      if (!draft) return editPayload(payloadFromBytes(new Uint8Array(0)), text);
      const edited = editPayload(draft.payload, text);
      change(id, (before) => withEdit(before, edited, raise));
      return edited;
    };
    const first = fresh();
    return {
      phase,
      drafts: [first],
      activeId: first.id,
      closed: [],
      actions: {
        open: (fields) => insert(fresh(fields), besideActive()),
        close: (id) => set((state) => closeDraft(state, id, fresh)),
        undoClose() {
          const last = get().closed.at(-1);
          if (!last) return null;
          set(({ closed }) => ({ closed: closed.slice(0, -1) }));
          return insert(last.draft, last.index);
        },
        duplicate(id) {
          const draft = find(id);
          return draft ? insert({ ...draft, id: randomUUID(), lastRunId: null }, besideActive()) : null;
        },
        rename: (id, title) => change(id, (draft) => ({ ...draft, title: title?.trim() || null })),
        move: (id, toIndex) => set(({ drafts }) => ({ drafts: moveDraft(drafts, id, toIndex) })),
        activate: (id) => set(find(id) ? { activeId: id } : {}),
        update: (id, patch) => change(id, (draft) => ({ ...draft, ...patch })),
        setPayloadText: (id, text) => edit(id, text, 0),
        replacePayloadText: (id, text) => edit(id, text, 1),
        loadPayloadBytes: (id, bytes, name) =>
          change(id, (draft) => ({
            ...draft,
            title: draft.title ?? name ?? null,
            payload: payloadFromBytes(bytes),
            payloadRevision: draft.payloadRevision + 1,
            payloadProblem: null,
            caret: null,
          })),
        replaceClientContext: (id, clientContext) =>
          change(id, (draft) => ({
            ...draft,
            clientContext,
            clientContextRevision: draft.clientContextRevision + 1,
          })),
        setLastRun: (id, lastRunId) => change(id, (draft) => ({ ...draft, lastRunId })),
      },
    };
  });
}

function withEdit(draft: Draft, edited: PayloadEdit, raise: 0 | 1): Draft {
  if (!edited.ok) return { ...draft, payloadProblem: edited.problem };
  const payloadRevision = draft.payloadRevision + raise;
  return { ...draft, payload: edited.document, payloadProblem: null, payloadRevision };
}

function closeDraft(state: DraftState, id: string, fresh: () => Draft): Partial<DraftState> {
  const index = state.drafts.findIndex((draft) => draft.id === id);
  const draft = state.drafts[index];
  if (!draft) return {};
  const rest = state.drafts.toSpliced(index, 1);
  const drafts = rest.length > 0 ? rest : [fresh()];
  const neighbour = drafts[Math.min(index, drafts.length - 1)];
  const closed: ClosedDraft[] = [...state.closed, { draft, index }].slice(-closedKept);
  const activeId = state.activeId === id && neighbour ? neighbour.id : state.activeId;
  return { drafts, activeId, closed };
}

function moveDraft(drafts: readonly Draft[], id: string, toIndex: number): readonly Draft[] {
  const from = drafts.findIndex((draft) => draft.id === id);
  const draft = drafts[from];
  if (!draft) return drafts;
  const rest = drafts.toSpliced(from, 1);
  return rest.toSpliced(Math.max(0, Math.min(toIndex, rest.length)), 0, draft);
}
