import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { BarChart, ChartBar } from './bar-chart.ts';
import './bar-chart-view.css';
import { useMedia } from '../use-media.ts';

export interface BarChartSeries {
  name: string;
  /** A colour of tokens.css, such as `--success`. */
  color: string;
}

export interface BarChartViewProps {
  series: readonly BarChartSeries[];
  bars: readonly ChartBar[];
  /** A chart is drawn anew in the colours of another theme. */
  theme: 'dark' | 'light';
}

/** A bar chart with its legend. It is a picture only: what it shows must stand beside it in words. */
export function BarChartView({ series, bars, theme }: BarChartViewProps) {
  const isForced = useMedia('(forced-colors: active)');
  return (
    <div className="bar-chart">
      <ul className="bar-chart-legend" aria-hidden="true">
        {series.map(({ name, color }, index) => (
          <li key={name} className="bar-chart-name">
            <span
              className="bar-chart-mark"
              style={{ background: isForced ? forcedColors[index] : `var(${color})` }}
            />
            {name}
          </li>
        ))}
      </ul>
      <ChartHost
        key={JSON.stringify([theme, isForced, series])}
        bars={bars}
        colors={series.map(({ color }) => color)}
        isForced={isForced}
      />
    </div>
  );
}

/** Where the person has chosen the colours, the page's own would not be seen. */
const forcedColors = ['Highlight', 'CanvasText', 'GrayText'];

interface ChartHostProps {
  bars: readonly ChartBar[];
  colors: readonly string[];
  isForced: boolean;
}

function ChartHost({ bars, colors, isForced }: ChartHostProps) {
  const host = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<BarChart | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const create = useEffectEvent(async (element: HTMLElement): Promise<BarChart> => {
    const { createBarChart } = await import('./bar-chart.ts');
    const styles = getComputedStyle(element);
    const token = (name: string): string => styles.getPropertyValue(name).trim();
    return createBarChart(element, {
      colors: isForced ? forcedColors.slice(0, colors.length) : colors.map(token),
      text: isForced ? 'CanvasText' : token('--text-dim'),
      grid: isForced ? 'GrayText' : token('--border'),
      font: `11px ${token('--font-sans')}`,
    });
  });
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    let isGone = false;
    const making = create(element);
    making.then(
      (made) => !isGone && setChart(made),
      () => setHasFailed(true),
    );
    return () => {
      isGone = true;
      void making.then(
        (made) => made.dispose(),
        () => undefined,
      );
    };
  }, []);
  useEffect(() => chart?.setBars(bars), [chart, bars]);
  useEffect(() => {
    const element = host.current;
    if (!element || !chart) return undefined;
    const observer = new ResizeObserver(() => chart.fit());
    observer.observe(element);
    return () => observer.disconnect();
  }, [chart]);
  if (hasFailed) return <p className="dim">The chart can’t be loaded; the table has the same numbers.</p>;
  return <div ref={host} className="bar-chart-host" aria-hidden="true" />;
}
