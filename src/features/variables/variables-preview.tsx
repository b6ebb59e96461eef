import type { Expanded } from '../../documents/variables/expand-variables.ts';

const shownCharacters = 20_000;

/** What a press would send now, or what keeps it from being sent. */
export function VariablesPreview({ expanded: { text, count, problems } }: { expanded: Expanded }) {
  return (
    <section aria-label="Preview" className="variables-preview">
      <p className="dim">
        {count === 1 ? '1 variable' : `${count} variables`}
        {problems.length === 0 && '. What a press would send now; each press makes its own values:'}
      </p>
      {problems.length > 0 ? (
        <ul role="status" aria-label="Problems" className="variables-problems">
          {problems.map(({ line, column, message }) => (
            <li key={`${line}:${column}`}>
              <span className="mono tabular">
                {line}:{column}
              </span>{' '}
              {message}
            </li>
          ))}
          <li>Nothing is sent until each has a value.</li>
        </ul>
      ) : (
        <pre className="mono" aria-label="What would be sent" tabIndex={-1}>
          {text.slice(0, shownCharacters)}
          {text.length > shownCharacters && ` … (${text.length.toLocaleString('en')} characters in all)`}
        </pre>
      )}
    </section>
  );
}
