import { expect, onTestFinished, test } from 'vitest';
import { createDraftStore } from './draft-store.ts';
import { createHistoryStore } from './history-store.ts';
import { createNoticeStore } from './notice-store.ts';
import { createPagePresence } from './page-presence.ts';
import { forgetRunsOfGoneDrafts, rememberLastRun, restoreRuns } from './restore-runs.ts';
import { createRunStore } from './run-store.ts';
import { answer, freshName, openTab, run, until } from './state.fixture.ts';
import { openStorage } from './storage-db.ts';

function openPage(name: string) {
  const frame = openTab();
  onTestFinished(() => frame.close());
  const notices = createNoticeStore();
  const presence = createPagePresence(frame.locks, () => crypto.randomUUID());
  const history = createHistoryStore({ storage: openStorage({ notices, name }), presence, notices });
  let drafts = 0;
  return {
    close: frame.close,
    history,
    actions: history.getState().actions,
    drafts: createDraftStore({ randomUUID: () => `d${(drafts += 1)}` }),
    runs: createRunStore(),
  };
}
const ended = { outcome: 'success', endedAt: new Date(), result: answer() } as const;

test('a draft shows its last run again after a reload', async () => {
  const name = freshName('restore');
  const before = openPage(name);
  rememberLastRun(before.drafts).started?.(run());
  expect(before.drafts.getState().drafts[0]?.lastRunId).toBe(run().id);
  await before.actions.complete(run(ended));
  before.close();

  const after = openPage(name);
  after.drafts.getState().actions.setLastRun('d1', run().id);
  after.drafts.getState().actions.open();
  await restoreRuns(after.drafts, after.history, after.runs);
  expect(after.runs.getState().byDraft).toMatchObject({
    d1: { id: run().id, restored: true, outcome: 'success' },
  });
  expect(Object.keys(after.runs.getState().byDraft)).toEqual(['d1']);
  expect(after.runs.getState().count).toBe(0);
});

test('a run cut off by the reload shows as unknown, once the old page is gone', async () => {
  const name = freshName('restore');
  const before = openPage(name);
  await before.actions.begin(run());
  const after = openPage(name);
  after.drafts.getState().actions.setLastRun('d1', run().id);
  await after.actions.load();
  await restoreRuns(after.drafts, after.history, after.runs);
  expect(after.runs.getState().byDraft).toEqual({});
  before.close();
  await until(() =>
    expect(after.runs.getState().byDraft['d1']).toMatchObject({ outcome: 'unknown', interrupted: true }),
  );
});

test('a run of this page is never replaced by one from the history', async () => {
  const name = freshName('restore');
  const page = openPage(name);
  await page.actions.complete(run(ended));
  page.drafts.getState().actions.setLastRun('d1', run().id);
  page.runs.getState().actions.begin(run({ id: '0l0000009-new' }));
  await restoreRuns(page.drafts, page.history, page.runs);
  expect(page.runs.getState().byDraft['d1']?.id).toBe('0l0000009-new');
});

test('a run is let go of when its draft is beyond undo, and not before', () => {
  const { drafts, runs } = openPage(freshName('restore'));
  forgetRunsOfGoneDrafts(drafts, runs);
  runs.getState().actions.begin(run());
  const { actions } = drafts.getState();
  actions.close('d1');
  actions.undoClose('d1');
  expect(runs.getState().byDraft['d1']).toBeDefined();
  actions.close('d1');
  for (let count = 0; count < 20; count += 1) actions.close(actions.open());
  expect(runs.getState().byDraft['d1']).toBeUndefined();
});
