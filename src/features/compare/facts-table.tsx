import type { Comparing } from '../../state/compare-store.ts';
import { Callout } from '../../ui/callout.tsx';
import { sideFacts } from './side-facts.ts';
import './compared-parts.css';

/** Outcome, version and numbers of both sides, with how much they differ. */
export function FactsTable({ comparing }: { comparing: Comparing }) {
  const { left, right } = comparing;
  return (
    <>
      <div className="compared-scroll" role="group" aria-label="Facts" tabIndex={0}>
        <table className="compared-table compare-sides-table tabular" aria-label="Facts">
          <thead>
            <tr>
              <th scope="col">Fact</th>
              <th scope="col">Left</th>
              <th scope="col">Right</th>
              <th scope="col">Difference</th>
            </tr>
          </thead>
          <tbody>
            {sideFacts(left, right).map((fact) => (
              <tr key={fact.name} data-differs={fact.differs}>
                <th scope="row">{fact.name}</th>
                <td>{fact.left}</td>
                <td>{fact.right}</td>
                <td>{fact.difference || (fact.differs ? 'differs' : '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Failure name="Left" side={left} />
      <Failure name="Right" side={right} />
    </>
  );
}

/** Why a side has no answer; the other one still stands. */
function Failure({ name, side: { state, run } }: { name: string; side: Comparing['left'] }) {
  if (state === 'refused')
    return <Callout tone="neutral" title={`${name}: not sent, for it was stopped or not confirmed`} />;
  const refusal = run?.refusal;
  if (refusal)
    return (
      <Callout tone="error" title={`${name}: ${refusal.message}`}>
        {refusal.nextStep}
      </Callout>
    );
  if (!run?.result || run.result.ok) return null;
  const { error } = run.result;
  return (
    <Callout
      tone={run.outcome === 'unknown' ? 'unknown' : 'error'}
      title={`${name}: ${error.code ?? error.kind}`}
    >
      {error.message}
    </Callout>
  );
}
