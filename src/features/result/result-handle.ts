import type { CopyAsFormat } from '../../documents/copy-as/copy-as.ts';
import type { ViewId } from './response/response-views.ts';

export type ResultTab = 'response' | 'log' | 'attempts' | 'request' | 'headers';

/** What the keys and the palette do with a result. What a response does not offer is said, not done. */
export interface ResultHandle {
  show: (tab: ResultTab) => void;
  view: (view: ViewId) => void;
  /** Looks through the log when that is shown, and through the response otherwise. */
  find: () => void;
  copyResponse: () => void;
  saveResponse: () => void;
  copyRequestId: () => void;
  copyAs: (format: CopyAsFormat) => void;
}
