/** What is kept of the run of one row: what the table of results shows, and not the run. */
export interface VariantResult {
  /** Its row in the table as it was run, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Its record in the history. */
  readonly runId: string;
  readonly outcome: string;
  readonly statusCode: number | null;
  readonly executedVersion: string | null;
  readonly durationMs: number | null;
  readonly billedMs: number | null;
  readonly maxMemoryMB: number | null;
  /** Only of a cold start. */
  readonly initMs: number | null;
  readonly roundTripMs: number | null;
  /** Of the API, of the function or of what held it back. */
  readonly error: string | null;
  /** Why there is no version, or no number of the log, where an answer came; null where nothing is missing. */
  readonly missing: { readonly version: string | null; readonly log: string | null };
  /** What the response has at the chosen paths, as JSON; null: nothing there. A path that was not looked up is absent. */
  readonly fields: Readonly<Record<string, string | null>>;
  /** Nothing of it is in the history. */
  readonly isPrivate: boolean;
}
