import type { CopyAsFormat } from '../../documents/copy-as/copy-as.ts';
import type { LogClass } from './log/log-filter.ts';
import type { ViewId } from './response/response-views.ts';

export type ResultTab = 'response' | 'log' | 'attempts' | 'request' | 'headers';

/** What is done with all of the tree of a response. */
export interface TreeHandle {
  expandAll: () => void;
  collapseAll: () => void;
  /** Makes an expectation of the selected value. */
  expectSelected: () => void;
}

/** What the keys and the palette do with a result. What a response does not offer is said, not done. */
export interface ResultHandle {
  show: (tab: ResultTab) => void;
  view: (view: ViewId) => void;
  /** Looks through the log when that is shown, and through the response otherwise. */
  find: () => void;
  copyResponse: () => void;
  saveResponse: () => void;
  copyRequestId: () => void;
  copyLog: () => void;
  saveLog: () => void;
  /** Shows the log with the rows of one level taken out, or back in. */
  toggleLogLevel: (level: LogClass) => void;
  /** Shows the log with times of day, or with milliseconds again. */
  toggleLogClock: () => void;
  /** The rows that the filter leaves, as a table. */
  saveLogRows: () => void;
  /** Stops the view of a stream where it is, or lets it follow the stream again. */
  pauseView: () => void;
  expandTree: () => void;
  collapseTree: () => void;
  expectValue: () => void;
  copyAs: (format: CopyAsFormat) => void;
}
