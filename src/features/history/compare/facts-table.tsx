import type { RunSummary } from '../../../state/history-types.ts';
import { comparedFacts } from './compared-facts.ts';

/** What is known of both in short; what differs stands out. */
export function FactsTable({ left, right }: { left: RunSummary; right: RunSummary }) {
  return (
    <div className="compare-facts">
      <table>
        <thead>
          <tr>
            <th scope="col">Fact</th>
            <th scope="col">Left</th>
            <th scope="col">Right</th>
          </tr>
        </thead>
        <tbody>
          {comparedFacts(left, right).map((fact) => (
            <tr key={fact.name} data-differs={fact.left !== fact.right}>
              <th scope="row">{fact.name}</th>
              <td className="tabular">{fact.left}</td>
              <td className="tabular">{fact.right}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
