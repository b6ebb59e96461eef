import type { Chromium } from './chromium.ts';

/** What the main thread of a page did during a step, in milliseconds of its own CPU time. */
export interface MainThread {
  longestTaskMs: number;
  /** Tasks of more than 50 ms, which a person can feel. */
  longTasks: number;
  /** Of all its tasks together. */
  totalMs: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Thread time in microseconds: what the machine does beside it does not count. */
  tdur?: number;
  args: { name?: string };
}

/** Traces a step. CPU time of one thread is steadier than wall time, on a busy machine too. */
export async function traceStep(browser: Chromium, step: () => Promise<void>): Promise<MainThread> {
  const events: TraceEvent[] = [];
  const stop = browser.on('Tracing.dataCollected', ({ value }) => events.push(...(value as TraceEvent[])));
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] },
  });
  await step();
  const complete = browser.once('Tracing.tracingComplete');
  await browser.send('Tracing.end');
  await complete;
  stop();
  return summarise(events);
}

/** Of several renderers, such as a spare one, the busiest is the page's. */
function summarise(events: readonly TraceEvent[]): MainThread {
  const mains = new Map<string, number[]>();
  for (const { name, pid, tid, args } of events)
    if (name === 'thread_name' && args.name === 'CrRendererMain') mains.set(`${pid} ${tid}`, []);
  for (const { name, ph, pid, tid, tdur } of events)
    if (name === 'RunTask' && ph === 'X' && tdur !== undefined)
      mains.get(`${pid} ${tid}`)?.push(tdur / 1_000);
  const tasks = [...mains.values()].sort((a, b) => sum(b) - sum(a))[0] ?? [];
  return {
    longestTaskMs: tasks.reduce((longest, ms) => Math.max(longest, ms), 0),
    longTasks: tasks.filter((ms) => ms > 50).length,
    totalMs: sum(tasks),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
