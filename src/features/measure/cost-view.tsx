import { architectures, costs, priceSource, type CostedSize } from '../../documents/measure/cost.ts';
import type { Billing } from '../../documents/measure/measurement.ts';
import type { PriceStore } from '../../state/price-store.ts';
import { useStore } from '../../ui/use-store.ts';
import { moneyWords, numberWords } from './measure-words.ts';
import { PriceFields } from './price-fields.tsx';

export interface CostViewProps {
  billing: readonly Billing[];
  store: PriceStore;
}

/** What a million runs like these cost. */
export function CostView({ billing, store }: CostViewProps) {
  const { prices, actions } = useStore(store, (state) => state);
  const sizes = costs(billing, prices);
  if (sizes.length === 0) return null;
  return (
    <section className="measure-part">
      <h3>Cost of a million runs</h3>
      <p className="measure-note">
        From the mean billed duration. Sizes that were not measured are reckoned as if they took as long; in
        truth a function gets more CPU with more memory.
      </p>
      <CostTable sizes={sizes} />
      <details>
        <summary>Prices</summary>
        <p className="dim">
          The default prices are {priceSource}. Without free tier, ephemeral storage and provisioned
          concurrency. What you apply here is kept in this browser.
        </p>
        <PriceFields
          key={JSON.stringify(prices)}
          prices={prices}
          onChange={actions.set}
          onReset={actions.reset}
        />
      </details>
    </section>
  );
}

function CostTable({ sizes }: { sizes: readonly CostedSize[] }) {
  return (
    <div className="measure-scroll" role="group" aria-label="Costs" tabIndex={0}>
      <table className="measure-table tabular" aria-label="Cost of a million runs">
        <thead>
          <tr>
            <th scope="col">Memory</th>
            <th scope="col">Billed</th>
            {architectures.map((architecture) => (
              <th key={architecture} scope="col">
                {architecture}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sizes.map(({ memoryMB, billedMs, isMeasured, perMillion }) => (
            <tr key={memoryMB} data-measured={isMeasured}>
              <th scope="row">
                {memoryMB.toLocaleString()} MB{isMeasured ? ', measured' : ''}
              </th>
              <td>{numberWords(billedMs)} ms</td>
              {architectures.map((architecture) => (
                <td key={architecture}>{moneyWords(perMillion[architecture])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
