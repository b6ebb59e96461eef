import type { JsonEditorHandle } from '../../ui/json-editor.tsx';
import type { TextPlace } from '../../ui/text-place.ts';
import type { JsonEdit } from '../../documents/json-job.ts';

/** What the keys and the palette do with the request side. */
export interface RequestHandle {
  /** `editor` is the one that is shown, payload or client context. `at` is where in its text. */
  focus: (place: RequestPlace, at?: TextPlace) => void;
  /** An edit of the shown editor, one step to undo. */
  edit: (edit: JsonEdit) => void;
  /** The one that is shown. */
  editor: () => JsonEditorHandle | null;
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
