import type { RefObject } from 'react';
import type { JsonEditorHandle } from '../../ui/json-editor.tsx';

/** What the part that opens documents inside the payload works with. */
export interface InsidePorts {
  editorRef: RefObject<JsonEditorHandle | null>;
  /** Where its button stands. */
  toolbarRef: RefObject<HTMLElement | null>;
}
