import { maskKnown } from '../../documents/secret-scan.ts';
import type { Expanded } from '../../documents/variables/expand-variables.ts';
import type { TextPlace } from '../../ui/text-place.ts';

const shownCharacters = 20_000;

export interface VariablesPreviewProps {
  expanded: Expanded;
  /** Values that are covered here, and sent as they are. */
  secrets: readonly string[];
  onPlace: (place: TextPlace) => void;
}

/** What a press would send now, or what keeps it from being sent. */
export function VariablesPreview({ expanded, secrets, onPlace }: VariablesPreviewProps) {
  const { text, count, problems } = expanded;
  const shown = text.slice(0, shownCharacters);
  const covered = maskKnown(shown, secrets);
  return (
    <section aria-label="Preview" className="variables-preview">
      <p className="dim">
        {count === 1 ? '1 variable' : `${count} variables`}
        {problems.length === 0 && '. What a press would send now; each press makes its own values'}
        {problems.length === 0 && (covered === shown ? ':' : ', and secrets are covered here alone:')}
      </p>
      {problems.length > 0 ? (
        <div role="status" aria-label="Problems" className="variables-problems">
          <ul>
            {problems.map(({ line, column, message }) => (
              <li key={`${line}:${column}`}>
                <button
                  type="button"
                  className="button-link mono tabular"
                  onClick={() => onPlace({ line, column })}
                >
                  Line {line}, column {column}
                </button>{' '}
                {message}
              </li>
            ))}
          </ul>
          <p>Nothing is sent until each has a value.</p>
        </div>
      ) : (
        <pre className="mono" aria-label="What would be sent" tabIndex={-1}>
          {covered}
          {text.length > shownCharacters && ` … (${text.length.toLocaleString('en')} characters in all)`}
        </pre>
      )}
    </section>
  );
}
