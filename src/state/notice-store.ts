import { createStore, type StoreApi } from 'zustand/vanilla';

/** Something the user should know that belongs to no single run: storage, connection, drafts. */
export interface Notice {
  /** Stable per subject: a second notice of the same id replaces the first. */
  id: string;
  tone: 'info' | 'warning' | 'error';
  text: string;
  /** What can be done about it, beside dismissing it. */
  remedy?: Remedy;
}

export type Remedy =
  /** Saving all to a file, and deleting runs. */
  | { type: 'make-room' }
  /** Saving the records that can't be read. */
  | { type: 'save-unread' }
  /** Saving what can be read of a database that was kept aside. */
  | { type: 'raw-export'; database: string };

export interface NoticeState {
  notices: readonly Notice[];
  actions: {
    tell(notice: Notice): void;
    dismiss(id: string): void;
  };
}

export type NoticeStore = StoreApi<NoticeState>;

/** Newest last; one notice an id. */
export function createNoticeStore(): NoticeStore {
  return createStore<NoticeState>((set) => ({
    notices: [],
    actions: {
      tell: (notice) =>
        set((state) => ({ notices: [...state.notices.filter((one) => one.id !== notice.id), notice] })),
      dismiss: (id) => set((state) => ({ notices: state.notices.filter((one) => one.id !== id) })),
    },
  }));
}
