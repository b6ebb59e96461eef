import { seriesLane } from '../state/run-id.ts';
import type { RunListener } from '../state/run-types.ts';
import type { SettingsStore } from '../state/settings-store.ts';
import { outcomeTitles } from './run-title.ts';

/** A run over this length is worth a notification when nobody is looking. */
const longRunMs = 10_000;

/** Tells of a long run that ended behind another tab, if the user turned that on and the browser allows it. */
export function notifyLongRuns(settings: SettingsStore): RunListener {
  return {
    ended({ draftId, request, startedAt, endedAt, outcome }) {
      const tookMs = (endedAt?.getTime() ?? 0) - startedAt.getTime();
      // A series tells of itself once, at its end.
      if (outcome === null || draftId.startsWith(seriesLane) || !mayNotify(settings, tookMs)) return;
      const told = new Notification(request.functionName, { body: outcomeTitles[outcome], tag: draftId });
      told.addEventListener('click', () => window.focus());
    },
  };
}

/** Whether something that took so long is told by the browser: nobody looks, and it was allowed. */
export function mayNotify(settings: SettingsStore, tookMs: number): boolean {
  if (!settings.getState().notifyLongRuns || !document.hidden || tookMs < longRunMs) return false;
  return typeof Notification === 'function' && Notification.permission === 'granted';
}
