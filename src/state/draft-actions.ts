import { editPayload, emptyPayload, payloadFromBytes } from '../documents/payload.ts';
import type { PayloadEdit } from '../documents/payload-types.ts';
import type { ClosedDraft, DraftActions, DraftState } from './draft-types.ts';
import type { Draft, DraftFields } from './types.ts';

export interface DraftTools {
  get: () => DraftState;
  set: (change: (state: DraftState) => Partial<DraftState>) => void;
  fresh: (fields?: Partial<DraftFields>) => Draft;
  randomUUID: () => string;
}

const closedKept = 20;

export function draftActions(tools: DraftTools): DraftActions {
  return { ...tabActions(tools), ...contentActions(tools) };
}

type TabActions = Pick<
  DraftActions,
  'open' | 'close' | 'undoClose' | 'duplicate' | 'rename' | 'move' | 'activate'
>;

function tabActions({ get, set, fresh, randomUUID }: DraftTools): TabActions {
  const insert = (draft: Draft, index: number): string => {
    set(({ drafts }) => ({ drafts: drafts.toSpliced(index, 0, draft), activeId: draft.id }));
    return draft.id;
  };
  const besideActive = (): number => get().drafts.findIndex(({ id }) => id === get().activeId) + 1;
  return {
    open: (fields) => insert(fresh(fields), besideActive()),
    close: (id) => set((state) => closeDraft(state, id, fresh)),
    undoClose(id) {
      const wanted = get().closed.findLast(({ draft }) => id === undefined || draft.id === id);
      if (!wanted) return null;
      // In one change: between two of them the draft would be gone, and all that is held for it be let go.
      set(({ drafts, closed }) => ({
        drafts: drafts.toSpliced(wanted.index, 0, wanted.draft),
        activeId: wanted.draft.id,
        closed: closed.filter((one) => one !== wanted),
      }));
      return wanted.draft.id;
    },
    duplicate(id) {
      const draft = findDraft(get(), id);
      return draft ? insert({ ...draft, id: randomUUID(), lastRunId: null }, besideActive()) : null;
    },
    rename: (id, title) => set((state) => withPatch(state, id, () => ({ title: title?.trim() || null }))),
    move: (id, toIndex) => set(({ drafts }) => ({ drafts: moveDraft(drafts, id, toIndex) })),
    activate: (id) => set((state) => (findDraft(state, id) ? { activeId: id } : {})),
  };
}

type ContentActions = Omit<DraftActions, keyof TabActions>;

function contentActions({ get, set }: DraftTools): ContentActions {
  const change = (id: string, patch: (draft: Draft) => Partial<Draft>): void =>
    set((state) => withPatch(state, id, patch));
  const edit = (id: string, text: string, raise: 0 | 1): PayloadEdit => {
    const draft = findDraft(get(), id);
    const edited = editPayload(draft?.payload ?? emptyPayload, text);
    change(id, ({ payloadRevision }) =>
      edited.ok
        ? {
            payload: edited.document,
            payloadProblem: null,
            payloadRevision: payloadRevision + raise,
          }
        : { payloadProblem: edited.problem },
    );
    return edited;
  };
  return {
    update: (id, patch) => change(id, () => patch),
    setPayloadText: (id, text) => edit(id, text, 0),
    replacePayloadText: (id, text) => edit(id, text, 1),
    loadPayloadBytes: (id, bytes, name) =>
      change(id, ({ title, payloadRevision }) => ({
        title: title ?? name ?? null,
        payload: payloadFromBytes(bytes),
        payloadRevision: payloadRevision + 1,
        payloadProblem: null,
        caret: null,
      })),
    replaceClientContext: (id, clientContext) =>
      change(id, ({ clientContextRevision }) => ({
        clientContext,
        clientContextRevision: clientContextRevision + 1,
      })),
    setLastRun: (id, lastRunId) => change(id, () => ({ lastRunId })),
  };
}

function findDraft({ drafts }: DraftState, id: string): Draft | undefined {
  return drafts.find((draft) => draft.id === id);
}

/** A patch that changes nothing leaves all the very same object, so that nothing is told, drawn or stored again. */
function withPatch(
  state: DraftState,
  id: string,
  patchOf: (draft: Draft) => Partial<Draft>,
): Partial<DraftState> {
  const { drafts } = state;
  const index = drafts.findIndex((draft) => draft.id === id);
  const draft = drafts[index];
  if (!draft) return state;
  const changed: Draft = { ...draft, ...patchOf(draft) };
  return isSame(draft, changed) ? state : { drafts: drafts.with(index, changed) };
}

function isSame(before: Draft, after: Draft): boolean {
  const { caret, ...rest } = after;
  const sameCaret = caret?.line === before.caret?.line && caret?.column === before.caret?.column;
  return (
    sameCaret && Object.entries(rest).every(([name, value]) => Object.is(Reflect.get(before, name), value))
  );
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
