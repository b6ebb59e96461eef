/** Between the page and the documents that are open inside payloads. */
export interface LensLink {
  /**
   * What finishes the edits that are on their way into a payload. What is sent must hold them: whoever sends calls them
   * all and waits.
   */
  pending: Set<() => Promise<void>>;
  /** Open the document at the caret, or the list of all; one while the code for it is here and a payload is shown. */
  openers: Set<() => void>;
  /** The same of texts that are only looked at: true where the focus is at theirs, which then answers. */
  lookers: Set<() => boolean>;
}
