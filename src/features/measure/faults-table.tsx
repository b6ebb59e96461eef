import type { Fault } from '../../documents/measure/measurement.ts';
import { VisibleText } from '../../ui/visible-text.tsx';
import { faultNames } from './measure-words.ts';

/** Runs that did not end well, by kind. */
export function FaultsTable({ faults, of }: { faults: readonly Fault[]; of: number }) {
  if (faults.length === 0) return null;
  return (
    <section className="measure-part measure-faults">
      <h3>Errors</h3>
      <table className="measure-table tabular">
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col" className="measure-name">
              Name
            </th>
            <th scope="col">Runs</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ kind, name, count }) => (
            <tr key={`${kind} ${name}`} data-fault={kind}>
              <th scope="row">{faultNames[kind]}</th>
              <td className="mono measure-name">{name === '' ? '–' : <VisibleText text={name} />}</td>
              <td>{count.toLocaleString()}</td>
              <td>{((100 * count) / of).toFixed(1)} %</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
