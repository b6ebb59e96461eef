import { afterEach, expect, test, vi } from 'vitest';
import { createSettingsStore } from '../state/settings-store.ts';
import { connection, newSharedText, run, textStorage } from '../state/state.fixture.ts';
import type { Run } from '../state/types.ts';
import { notifyLongRuns } from './run-notification.ts';

interface Case {
  wanted?: boolean;
  permission?: NotificationPermission;
  hidden?: boolean;
  tookMs?: number;
  draftId?: string;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What the browser was asked to show, by the texts of each message. */
function told(given: Case): string[] {
  const { wanted = true, permission = 'granted', hidden = true, tookMs = 10_000, draftId = 'd1' } = given;
  const shown: string[] = [];
  class Shown extends EventTarget {
    static readonly permission = permission;
    constructor(title: string, { body = '' }: NotificationOptions) {
      super();
      shown.push(`${title}: ${body}`);
    }
  }
  vi.stubGlobal('Notification', Shown);
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  const settings = createSettingsStore(textStorage(newSharedText()));
  settings.getState().actions.set({ notifyLongRuns: wanted });
  notifyLongRuns(settings).ended?.(ended(draftId, tookMs), connection());
  return shown;
}

function ended(draftId: string, tookMs: number): Run {
  const { startedAt } = run();
  return run({ draftId, outcome: 'success', endedAt: new Date(startedAt.getTime() + tookMs) });
}

test('a long run that ends behind another tab is told, if that was asked for and allowed', () => {
  expect(told({})).toEqual(['hello: succeeded']);
});

test.each<[string, Case]>([
  ['it was not asked for', { wanted: false }],
  ['the browser does not allow it', { permission: 'denied' }],
  ['someone is looking', { hidden: false }],
  ['it was short', { tookMs: 9_999 }],
  ['it belongs to a series, which tells of itself', { draftId: 'series-d1' }],
])('nothing is told when %s', (_why, given) => {
  expect(told(given)).toEqual([]);
});
