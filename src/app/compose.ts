import jsonWorkerUrl from '../documents/json-jobs.worker.ts?worker&url';
import { createConnectionStore } from '../state/connection-store.ts';
import type { ConnectionStore } from '../state/connection-types.ts';
import { createCredentialMemory } from '../state/credential-memory.ts';
import { mayHaveDrafts, persistDrafts } from '../state/draft-persistence.ts';
import { openDraftSession } from '../state/draft-session.ts';
import { createDraftStore } from '../state/draft-store.ts';
import type { DraftStore } from '../state/draft-types.ts';
import type { HistoryStore } from '../state/history-types.ts';
import { reconnectLocal } from '../state/local-reconnect.ts';
import type { LensLink } from '../state/lens-link.ts';
import { createNoticeStore, type NoticeStore } from '../state/notice-store.ts';
import { onPageHide, watchLeaving } from '../state/page-events.ts';
import { createPagePresence } from '../state/page-presence.ts';
import { createJsonWork, type JsonWork } from '../state/json-work.ts';
import { isRelayed } from '../state/relay-consent.ts';
import { forgetRunsOfGoneDrafts, privateDraft, rememberLastRun, restoreRuns } from '../state/restore-runs.ts';
import { clientContextGuard, offlineGuard, payloadGuard } from '../state/run-guards.ts';
import { createRunService } from '../state/run-service.ts';
import { createRunStore } from '../state/run-store.ts';
import type { RunListener, RunService, RunStore } from '../state/run-types.ts';
import { createSettingsStore, type SettingsStore } from '../state/settings-store.ts';
import { composeHistory, type LazyKeeper } from './keeper.ts';
import { lateValue, type LateValue } from '../ui/late-part.ts';
import { openStorage } from '../state/storage-db.ts';
import type { StorageDb } from '../state/storage-types.ts';
import { guardedStorage } from '../state/text-storage.ts';
import { startWorker } from '../ui/start-worker.ts';
import { forgetEditorsOfGoneDrafts } from './forget-editors.ts';
import { createReach, type Reach } from './reach.ts';
import { pause } from './pause.ts';
import type { LearnedParts } from './learned-parts.ts';
import { notifyLongRuns } from './run-notification.ts';
import { createLazyPresets, type LazyPresets } from './presets.ts';
import { createWays, type WayStore } from '../state/ways.ts';

/** Everything the page works with, made once. */
export interface Services extends Reach {
  settings: SettingsStore;
  notices: NoticeStore;
  connections: ConnectionStore;
  drafts: DraftStore;
  history: HistoryStore;
  runs: { store: RunStore; service: RunService };
  presets: LazyPresets;
  library: LazyKeeper;
  storage: Promise<StorageDb>;
  jsonWork: JsonWork;
  ways: WayStore;
  lens: LensLink;
  learned: LateValue<LearnedParts>;
}

const clocks = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
  sleep: pause,
  randomUUID: (): string => crypto.randomUUID(),
};

/** Wires the ports of the browser to the stores; the only place that knows all of them. */
export function compose(): Services {
  const { randomUUID } = clocks;
  const local = guardedStorage(() => window.localStorage);
  const tab = guardedStorage(() => window.sessionStorage);
  const notices = createNoticeStore();
  const storage = openStorage({ notices });
  const presence = createPagePresence(navigator.locks, randomUUID);
  const credentials = createCredentialMemory();
  const stores = { storage: local, tabStorage: tab, credentials };
  const connections = createConnectionStore({ ...stores, fetch: (url, init) => fetch(url, init) });
  const session = openDraftSession({ tabStorage: tab, locks: navigator.locks, randomUUID });
  const settings = createSettingsStore(local);
  const drafts = createDraftStore({
    randomUUID,
    initialFields: () => settings.getState().newDraft,
    phase: mayHaveDrafts(session, local) ? 'restoring' : 'ready',
  });
  const persistence = persistDrafts({ drafts, storage, session, hints: local, onPageHide });
  const { history, library, keeping } = composeHistory({ storage, presence, notices, settings });
  const store = createRunStore();
  const learned = lateValue(async () => (await import('./learned-parts.ts')).openLearned(storage, settings));
  const reach = createReach({ connections, credentials, notices, local });
  const service = createRunService({
    clientFor: reach.clientFor,
    runs: store,
    history: history.getState().actions,
    guards: [offlineGuard(() => navigator.onLine), payloadGuard(drafts), clientContextGuard, reach.guard],
    isPrivate: privateDraft(drafts),
    listeners: [
      rememberLastRun(drafts),
      reconnectLocal(connections, notices),
      notifyLongRuns(settings),
      keeping,
      learnFromRuns(learned),
    ],
    ...clocks,
    isRelayed: (connection) => isRelayed(reach.relay.getState(), connection),
    isLeaving: watchLeaving(),
  });
  forgetRunsOfGoneDrafts(drafts, store);
  forgetEditorsOfGoneDrafts(drafts);
  void connections.getState().actions.readLocal();
  void persistence.restored.then(() => restoreRuns(drafts, history, store));
  return {
    ...reach,
    settings,
    notices,
    connections,
    drafts,
    history,
    runs: { store, service },
    presets: createLazyPresets({ storage, connections, notices }),
    library,
    storage,
    ways: createWays(),
    lens: { pending: new Set(), openers: new Set(), lookers: new Set() },
    learned,
    jsonWork: createJsonWork(() => startWorker(jsonWorkerUrl, 'json-work')),
  };
}

/** Without its code nothing is learned. */
function learnFromRuns(learned: LateValue<LearnedParts>): RunListener {
  const nothing = (): void => undefined;
  return { ended: (run) => void learned.load().then(({ learnFrom }) => learnFrom(run), nothing) };
}
