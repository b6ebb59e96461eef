import type { RowProblem } from '../../documents/variants/plan-rows.ts';

const shown = 6;

/** What keeps the rows from being sent, each named by its row and column. */
export function RowProblems({ problems }: { problems: readonly RowProblem[] }) {
  return (
    <div role="status" className="variants-problems" hidden={problems.length === 0}>
      <ul>
        {problems.slice(0, shown).map(({ row, path, message }, index) => (
          <li key={index}>
            {row !== null && <strong>Row {row}</strong>}
            {path !== null && <code>{path || 'column without a path'}</code>}
            <span>{message}</span>
          </li>
        ))}
      </ul>
      {problems.length > shown && (
        <p>and {problems.length - shown} more. Nothing is sent until all are corrected.</p>
      )}
    </div>
  );
}
