import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

/** One bar: how many are between two numbers, by series. The series are drawn on top of one another. */
export interface ChartBar {
  from: number;
  to: number;
  counts: readonly number[];
}

export interface BarChartLook {
  /** One for each series. */
  colors: readonly string[];
  text: string;
  grid: string;
  font: string;
}

export interface BarChart {
  setBars: (bars: readonly ChartBar[]) => void;
  /** To the width of its host. */
  fit: () => void;
  dispose: () => void;
}

/** A bar chart on a canvas that says nothing to a screen reader: the same numbers stand beside it as a table. */
export function createBarChart(host: HTMLElement, look: BarChartLook): BarChart {
  const { text, grid, font, colors } = look;
  const bars = uPlot.paths.bars?.({ size: [1, Number.POSITIVE_INFINITY], gap: 1 });
  const axis = {
    stroke: text,
    font,
    grid: { stroke: grid, width: 1 },
    ticks: { stroke: grid, width: 1, size: 4 },
  };
  let edges: [number, number] = [0, 1];
  const chart = new uPlot(
    {
      width: widthOf(host),
      height: chartHeight,
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, range: () => edges },
        y: { range: (_chart, _min, max) => [0, Math.max(max, 1)] },
      },
      axes: [
        { ...axis, size: 28, gap: 4 },
        { ...axis, size: 44, gap: 4, incrs: wholeSteps },
      ],
      series: [
        {},
        ...colors.map((fill) => ({
          fill,
          stroke: fill,
          width: 0,
          points: { show: false },
          ...(bars && { paths: bars }),
        })),
      ],
    },
    stacked([], colors.length),
    host,
  );
  return {
    setBars(shown) {
      edges = [shown[0]?.from ?? 0, shown.at(-1)?.to ?? 1];
      chart.setData(stacked(shown, colors.length));
    },
    fit: () => chart.setSize({ width: widthOf(host), height: chartHeight }),
    dispose: () => chart.destroy(),
  };
}

const chartHeight = 180;
/** There is no half of a run. */
const wholeSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

function widthOf(host: HTMLElement): number {
  return Math.max(host.clientWidth, 120);
}

/** Each series holds all those after it, so that what is drawn later stands before what is behind it. */
function stacked(bars: readonly ChartBar[], series: number): uPlot.AlignedData {
  const middles = padded(bars).map(({ from, to }) => (from + to) / 2);
  const heights = Array.from({ length: series }, (_, first) =>
    padded(bars).map(({ counts }) => counts.slice(first).reduce((sum, count) => sum + count, 0)),
  );
  return [middles, ...heights];
}

/** The width of a bar is the distance to the next: a single one needs a neighbour, which is out of sight. */
function padded(bars: readonly ChartBar[]): readonly ChartBar[] {
  const [only] = bars;
  if (only === undefined || bars.length > 1) return bars;
  const width = only.to - only.from;
  return [only, { from: only.to, to: only.to + width, counts: [] }];
}
