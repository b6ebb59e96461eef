import type { RowProblem } from '../../documents/variants/plan-rows.ts';
import { Button } from '../../ui/button.tsx';

const shown = 6;

export interface RowProblemsProps {
  problems: readonly RowProblem[];
  /** Leads to the cell that it is about. */
  onPlace: (problem: RowProblem) => void;
  /** Opens the window of variables and environments. */
  onVariables: (problem: RowProblem) => void;
}

/** What keeps the rows from being sent, each named by its row and column. */
export function RowProblems({ problems, onPlace, onVariables }: RowProblemsProps) {
  const variable = problems.find(({ isVariable }) => isVariable);
  return (
    <div role="status" className="variants-problems" hidden={problems.length === 0}>
      <ul>
        {problems.slice(0, shown).map((problem, index) => (
          <li key={index}>
            {problem.row !== null && (
              <button type="button" className="button-link variants-place" onClick={() => onPlace(problem)}>
                Row {problem.row}
              </button>
            )}
            {problem.row === null && problem.isVariable && <strong>Every row</strong>}
            {problem.path !== null && <code>{problem.path || 'column without a path'}</code>}
            <span>{problem.message}</span>
          </li>
        ))}
      </ul>
      {problems.length > shown && <p>and {problems.length - shown} more.</p>}
      <div className="variants-problems-end">
        <p>Nothing is sent until {problems.length === 1 ? 'it is' : 'all are'} corrected.</p>
        {variable && (
          <Button size="small" onClick={() => onVariables(variable)}>
            Open Variables
          </Button>
        )}
      </div>
    </div>
  );
}
