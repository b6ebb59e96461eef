import type { Expectation } from '../../documents/expectations/expectation-types.ts';
import { preset } from '../../documents/preset.fixture.ts';
import { createDraftStore } from '../../state/draft-store.ts';
import { createHistoryStore } from '../../state/history-store.ts';
import { createNoticeStore } from '../../state/notice-store.ts';
import { createPresetDialogs } from '../../state/preset-dialogs.ts';
import { createPresetFolder } from '../../state/preset-folder.ts';
import { createPresetStore } from '../../state/preset-store.ts';
import { createRunStore } from '../../state/run-store.ts';
import type { PresetOrigin } from '../../state/preset-types.ts';
import { payload, run, runRequest } from '../../state/state.fixture.ts';
import { createMemoryStorage } from '../../state/storage-memory.ts';
import type { Run } from '../../state/types.ts';
import type { ExpectationsPort } from './expectations-port.ts';

const sent = '{"order":1}';

export interface TestPort extends ExpectationsPort {
  presetId: string;
  origin: PresetOrigin;
}

/** One stored preset, whose draft is `d1`. */
export async function portWith(expectations: readonly Expectation[]): Promise<TestPort> {
  const storage = Promise.resolve(createMemoryStorage());
  const store = createPresetStore({
    storage,
    channel: { tell: () => undefined, listen: () => undefined },
    randomUUID: () => crypto.randomUUID(),
    notices: createNoticeStore(),
  });
  const request = { ...preset().request, functionName: 'hello', qualifier: '', payload: sent };
  const added = await store.getState().actions.add([preset({ expectations, request })]);
  const presetId = (added.ok && added.value[0]?.id) || '';
  const origin = { presetId, revision: 1 };
  await store.getState().actions.setOrigin('d1', origin);
  const drafts = createDraftStore({ randomUUID: () => 'd1', initialFields: () => ({}), phase: 'ready' });
  const notices = createNoticeStore();
  return {
    presetId,
    origin,
    store,
    folder: createPresetFolder({
      fetch: () => Promise.reject(new Error('no folder')),
      changes: () => () => undefined,
    }),
    dialogs: createPresetDialogs(),
    drafts,
    runs: createRunStore(),
    history: createHistoryStore({
      storage,
      notices,
      presence: { pageId: 'page', whenGone: () => new Promise(() => undefined) },
    }),
    saveFile: () => undefined,
  };
}

/** A run of the preset's draft that ended well. */
export function endedRun(response: string, overrides: Partial<Run> = {}, request = sent): Run {
  return run({
    outcome: 'success',
    endedAt: new Date('2026-05-01T10:00:01.000Z'),
    request: runRequest({ payload: payload(request) }),
    result: {
      ok: true,
      attempts: [],
      output: { statusCode: 200, headers: {}, payload: new TextEncoder().encode(response) },
    },
    ...overrides,
  });
}
