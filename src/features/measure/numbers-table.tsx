import type { GroupNumbers } from '../../documents/measure/measurement.ts';
import type { Summary } from '../../documents/measure/statistics.ts';
import { groupNames, numberWords } from './measure-words.ts';

export interface NumbersTableProps {
  groups: readonly GroupNumbers[];
}

interface Line {
  name: string;
  summary: Summary;
}

const columns = ['min', 'mean', 'p50', 'p90', 'p95', 'p99', 'max'] as const;

/** Durations and round trips of all runs, cold starts and warm ones, in milliseconds. */
export function NumbersTable({ groups }: NumbersTableProps) {
  return (
    <section className="measure-part">
      <h3>Times</h3>
      <p className="measure-note">
        In milliseconds. Percentiles by nearest rank: each is a value that was measured.
      </p>
      <div className="measure-scroll" role="group" aria-label="Statistics" tabIndex={0}>
        <table className="measure-table measure-times tabular" aria-label="Times">
          <thead>
            <tr>
              <th scope="col">Measured</th>
              <th scope="col">Runs</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {linesOf(groups).map(({ name, summary }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td data-label="Runs">{summary.count.toLocaleString()}</td>
                {columns.map((column) => (
                  <td key={column} data-label={column}>
                    {numberWords(summary[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function linesOf(groups: readonly GroupNumbers[]): Line[] {
  const lines = (what: string, summaryOf: (numbers: GroupNumbers) => Summary | null): Line[] =>
    groups.flatMap((numbers) => {
      const summary = summaryOf(numbers);
      const of = isAlone(groups) ? '' : `, ${groupNames[numbers.group].toLowerCase()}`;
      return summary === null ? [] : [{ name: `${what}${of}`, summary }];
    });
  return [
    ...lines('Duration', ({ duration }) => duration),
    ...lines('Init', ({ init, group }) => (group === 'cold' ? init : null)),
    ...lines('Round trip', ({ roundTrip }) => roundTrip),
  ];
}

/** Where nothing is known of the starts, there is nothing to tell apart. */
function isAlone(groups: readonly GroupNumbers[]): boolean {
  return groups.length === 1 && groups[0]?.group === 'all';
}
