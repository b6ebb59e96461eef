import type { SeriesProgress } from '../state/series-board.ts';
import { showToast } from '../ui/toast.ts';
import type { Services } from './compose.ts';
import { mayNotify } from './run-notification.ts';

export const seriesNames = { variants: 'Variants', compare: 'Compare', measure: 'Measure' } as const;

/** One message for a whole series: in the page when its window is closed, and by the browser when nobody is looking. */
export function tellSeriesOver({ ways, settings, drafts }: Services, progress: SeriesProgress): void {
  const { kind, ended, failed, draftId, startedAtMs } = progress;
  const title = `${seriesNames[kind]}: ${ended.toLocaleString('en')} ${ended === 1 ? 'run' : 'runs'} ended`;
  const description = failed === 0 ? 'All of them well.' : `${failed.toLocaleString('en')} of them not well.`;
  if (ways.getState().open !== kind) {
    const show = (): void => {
      drafts.getState().actions.activate(draftId);
      ways.setState({ open: kind });
    };
    showToast({
      title,
      description,
      tone: failed === 0 ? 'success' : 'warn',
      action: { label: 'Show', onSelect: show },
    });
  }
  if (mayNotify(settings, performance.now() - startedAtMs))
    new Notification(title, { body: description, tag: 'invoke-console-run' });
}
