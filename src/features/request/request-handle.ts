import type { JsonEdit } from '../../documents/json-job.ts';

/** What the keys and the palette do with the request side. */
export interface RequestHandle {
  /** `editor` is the one that is shown, payload or client context. */
  focus: (place: RequestPlace) => void;
  /** An edit of the shown editor, one step to undo. */
  edit: (edit: JsonEdit) => void;
  /** Folds everything in the shown editor but its outermost level, or unfolds all. */
  fold: (folded: boolean) => void;
  find: () => void;
  /** Whether Tab moves the focus or indents. */
  toggleTabMovesFocus: () => void;
  /** Asks for a file to open as payload. */
  openFile: () => void;
}

export type RequestPlace =
  | 'function'
  | 'qualifier'
  | 'editor'
  | 'payload'
  | 'client-context'
  | 'tenantId'
  | 'durableExecutionName'
  | 'traceId';
