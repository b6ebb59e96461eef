import type { SettingsStore } from '../state/settings-store.ts';
import type { RunListener } from '../state/run-types.ts';
import { outcomeTitles } from './use-run-title.ts';

/** A run over this length is worth a notification when nobody is looking. */
const longRunMs = 10_000;

/** Tells of a long run that ended behind another tab, if the user turned that on and the browser allows it. */
export function notifyLongRuns(settings: SettingsStore): RunListener {
  return {
    ended({ request, startedAt, endedAt, outcome }) {
      const tookMs = (endedAt?.getTime() ?? 0) - startedAt.getTime();
      if (!settings.getState().notifyLongRuns || !document.hidden || tookMs < longRunMs) return;
      if (outcome === null || typeof Notification !== 'function' || Notification.permission !== 'granted')
        return;
      new Notification(request.functionName, { body: outcomeTitles[outcome], tag: 'invoke-console-run' });
    },
  };
}
