import type { ResultFacts } from './result-facts.ts';

/** 64 kB of text are enough to find and read; larger bodies are in their view, drawn row by row. */
const limitCharacters = 65_536;

/**
 * The response and the log as plain text, present whichever tab is open: the virtual views hold only the rows
 * in sight, so this is what find, scripts and tests read.
 */
export function RawTexts({ facts }: { facts: ResultFacts }) {
  const { body, log } = facts;
  return (
    <div className="visually-hidden" aria-hidden="true">
      {body !== undefined && (
        <pre data-view="response">
          {new TextDecoder().decode(body.subarray(0, limitCharacters * 3)).slice(0, limitCharacters)}
        </pre>
      )}
      {log !== undefined && <pre data-view="log">{log.text.slice(0, limitCharacters)}</pre>}
    </div>
  );
}
