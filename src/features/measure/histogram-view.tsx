import { useMemo, useState } from 'react';
import { histogram, type Bin } from '../../documents/measure/histogram.ts';
import { startKind, type MeasuredRun, type StartKind } from '../../documents/measure/measured-run.ts';
import { BarChartView } from '../../ui/chart/bar-chart-view.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { classNames } from '../../ui/class-names.ts';
import { startNames } from './measure-words.ts';

export interface HistogramViewProps {
  runs: readonly MeasuredRun[];
  theme: 'dark' | 'light';
}

type Shown = 'duration' | 'round-trip';

const shownOptions = [
  { value: 'duration', label: 'Duration' },
  { value: 'round-trip', label: 'Round trip' },
] as const;

const names: Readonly<Record<Shown, string>> = { duration: 'Duration', 'round-trip': 'Round trip' };

/** In the order in which they are drawn, the later before the earlier. */
const kinds: readonly StartKind[] = ['cold', 'warm', 'unknown'];
const colors: Readonly<Record<StartKind, string>> = {
  cold: '--info',
  warm: '--accent',
  unknown: '--unknown',
};

/** How many runs took how long: as a picture, and for those who can't see it as a table. */
export function HistogramView({ runs, theme }: HistogramViewProps) {
  const hasDurations = runs.some(({ report }) => report?.durationMs !== undefined);
  const [chosen, setChosen] = useState<Shown>('duration');
  const [hasTable, setHasTable] = useState(false);
  const shown = hasDurations ? chosen : 'round-trip';
  const { series, bins } = useMemo(() => counted(runs, shown), [runs, shown]);
  if (bins.length === 0) return null;
  return (
    <figure className="measure-part">
      <div className="measure-part-bar">
        <figcaption>
          <h3>Histogram</h3>
        </figcaption>
        {hasDurations && (
          <Segmented
            label="Histogram of"
            size="small"
            value={shown}
            onChange={setChosen}
            options={shownOptions}
          />
        )}
        <Checkbox label="As a table" checked={hasTable} onChange={setHasTable} />
      </div>
      <BarChartView
        series={series.map((kind) => ({ name: startNames[kind], color: colors[kind] }))}
        bars={bins}
        theme={theme}
      />
      <BinsTable title={`${names[shown]} in milliseconds`} {...{ series, bins }} isVisible={hasTable} />
    </figure>
  );
}

interface BinsTableProps {
  title: string;
  series: readonly StartKind[];
  bins: readonly Bin[];
  /** Otherwise it is there for screen readers alone. */
  isVisible: boolean;
}

function BinsTable({ title, series, bins, isVisible }: BinsTableProps) {
  return (
    <table className={classNames('measure-table tabular', !isVisible && 'visually-hidden')}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">From, below</th>
          {series.map((kind) => (
            <th key={kind} scope="col">
              {startNames[kind]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bins
          .filter(({ counts }) => counts.some((count) => count > 0))
          .map(({ from, to, counts }) => (
            <tr key={from}>
              <th scope="row">
                {from.toLocaleString()} – {to.toLocaleString()}
              </th>
              {series.map((kind, index) => (
                <td key={kind}>{(counts[index] ?? 0).toLocaleString()}</td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function counted(runs: readonly MeasuredRun[], shown: Shown): { series: StartKind[]; bins: Bin[] } {
  const values = new Map<StartKind, number[]>(kinds.map((kind) => [kind, []]));
  for (const run of runs) {
    const value = shown === 'duration' ? run.report?.durationMs : run.roundTripMs;
    if (typeof value === 'number') values.get(startKind(run))?.push(value);
  }
  const series = kinds.filter((kind) => (values.get(kind) ?? []).length > 0);
  return { series, bins: histogram(series.map((kind) => values.get(kind) ?? [])) };
}
