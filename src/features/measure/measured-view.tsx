import { useMemo } from 'react';
import { measure } from '../../documents/measure/measurement.ts';
import type { Measuring } from '../../state/measure-store.ts';
import type { PriceStore } from '../../state/price-store.ts';
import { Callout } from '../../ui/callout.tsx';
import { CostView } from './cost-view.tsx';
import { FaultsTable } from './faults-table.tsx';
import { HistogramView } from './histogram-view.tsx';
import { MemoryView } from './memory-view.tsx';
import { NumbersTable } from './numbers-table.tsx';

export interface MeasuredViewProps {
  measuring: Measuring;
  prices: PriceStore;
  theme: 'dark' | 'light';
}

/** What the runs so far say. */
export function MeasuredView({ measuring, prices, theme }: MeasuredViewProps) {
  const { runs } = measuring;
  const measurement = useMemo(() => measure(runs), [runs]);
  if (runs.length === 0) return null;
  return (
    <div className="measure-results">
      <AbsentReports measuring={measuring} withoutReport={measurement.withoutReport} />
      <FaultsTable faults={measurement.faults} of={runs.length} />
      <NumbersTable groups={measurement.groups} />
      <HistogramView runs={runs} theme={theme} />
      <MemoryView memory={measurement.memory} />
      <CostView billing={measurement.billing} store={prices} />
    </div>
  );
}

/** What can't be known is said, and why. */
function AbsentReports({ measuring, withoutReport }: { measuring: Measuring; withoutReport: number }) {
  if (withoutReport === 0) return null;
  const { runs, target, plan } = measuring;
  const title = titleOf(withoutReport, runs.length);
  return (
    <Callout tone="info" title={title}>
      {absenceWords(target.invocationType, plan.tailLog)}
    </Callout>
  );
}

function titleOf(count: number, all: number): string {
  if (count === all) return 'No run tells its duration, memory and start';
  if (count === 1) return 'One run does not tell its duration, memory and start';
  return `${count.toLocaleString()} runs do not tell their duration, memory and start`;
}

function absenceWords(invocationType: string, tailLog: boolean): string {
  if (invocationType !== 'RequestResponse')
    return `${invocationType} has no log in its answer: the round trip is all that can be measured.`;
  if (!tailLog) return 'The tail log was off: the round trip is all that can be measured.';
  return 'Their answer has no REPORT line: the run failed before one, the log was longer than 4 KB, or the endpoint hides it from the page (CORS) or writes none.';
}
