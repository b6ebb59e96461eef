import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { invocationTypes, retryModes } from '../documents/request-options.ts';
import type { Retention } from './retention.ts';
import { parseJson, type TextStorage } from './text-storage.ts';
import type { Draft } from './types.ts';

export const defaultSettings: Settings = {
  theme: 'system',
  editorFontSize: 13,
  wrapLines: true,
  logTimes: 'local',
  newDraft: { invocationType: 'RequestResponse', tailLog: true, stream: false, retryMode: 'safe' },
  notifyLongRuns: false,
  learnPayloads: true,
  retention: { maxRuns: 50_000, maxDays: null, maxMegabytes: 500 },
  ignoredInCompare: [
    'requestId',
    'awsRequestId',
    'timestamp',
    'time',
    'duration',
    'traceId',
    'X-Amzn-Trace-Id',
  ],
  sampleValues: {},
  layouts: {},
};

export interface Settings {
  theme: 'system' | 'dark' | 'light';
  /** CSS pixels, 10 to 24. */
  editorFontSize: number;
  wrapLines: boolean;
  logTimes: 'local' | 'utc';
  /** What a new draft begins with. */
  newDraft: Pick<Draft, 'invocationType' | 'tailLog' | 'stream' | 'retryMode'>;
  /** A system notification when a long run ends behind another tab; the browser must have allowed it too. */
  notifyLongRuns: boolean;
  /** Payloads of presets and of successful runs teach the editor what a function takes (learned-store.ts). */
  learnPayloads: boolean;
  /** How much of the history is kept on this device. */
  retention: Retention;
  /** Names of fields that differ between any two runs, left out when two are compared. */
  ignoredInCompare: readonly string[];
  /** What the forms of sample events were last filled with, by the event's id and the field's name. */
  sampleValues: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Sizes of resizable groups, by the group's name and the pane's: CSS pixels, or shares of the whole. */
  layouts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface SettingsState extends Settings {
  actions: {
    /** Values outside their range are replaced by the default. */
    set(patch: Partial<Settings>): void;
    setLayout(group: string, sizes: Readonly<Record<string, number>>): void;
  };
}

export type SettingsStore = StoreApi<SettingsState>;

const settingsKey = 'invoke-console.settings';
/** Apart and plain, because public/theme.js reads it before anything else has loaded. */
const themeKey = 'invoke-console.theme';

/** Settings of this device. A damaged or foreign value falls back field by field; a refused write is no error. */
export function createSettingsStore(storage: TextStorage): SettingsStore {
  let isKept = storage.get(settingsKey) !== null;
  const store = createStore<SettingsState>((_set, get) => ({
    ...read(storage),
    actions: {
      set: (patch) => keep(patch),
      setLayout: (group, sizes) => keep({ layouts: { ...get().layouts, [group]: sizes } }),
    },
  }));
  const keep = (patch: Partial<Settings>): void => {
    const { actions: _actions, ...before } = store.getState();
    // Another tab may have changed something else a moment ago. Where nothing can be kept, what is here counts.
    const settings = v.parse(settingsSchema, { ...before, ...(isKept ? read(storage) : {}), ...patch });
    store.setState(settings);
    const { theme, ...rest } = settings;
    isKept = storage.set(settingsKey, JSON.stringify({ v: 1, ...rest }));
    storage.set(themeKey, theme);
  };
  for (const key of [settingsKey, themeKey]) storage.watch(key, () => store.setState(read(storage)));
  return store;
}

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const size = v.pipe(v.number(), v.minValue(0), v.maxValue(10_000));
const settingsSchema = v.fallback(
  v.object({
    theme: v.fallback(v.picklist(['system', 'dark', 'light']), defaultSettings.theme),
    editorFontSize: v.fallback(
      v.pipe(v.number(), v.minValue(10), v.maxValue(24)),
      defaultSettings.editorFontSize,
    ),
    wrapLines: v.fallback(v.boolean(), defaultSettings.wrapLines),
    logTimes: v.fallback(v.picklist(['local', 'utc']), defaultSettings.logTimes),
    newDraft: v.fallback(
      v.object({
        invocationType: v.picklist(invocationTypes),
        tailLog: v.boolean(),
        stream: v.boolean(),
        retryMode: v.picklist(retryModes),
      }),
      defaultSettings.newDraft,
    ),
    notifyLongRuns: v.fallback(v.boolean(), defaultSettings.notifyLongRuns),
    learnPayloads: v.fallback(v.boolean(), defaultSettings.learnPayloads),
    retention: v.fallback(
      v.object({
        maxRuns: whole(10, 200_000),
        maxDays: v.nullable(whole(1, 3_650)),
        maxMegabytes: whole(1, 100_000),
      }),
      defaultSettings.retention,
    ),
    ignoredInCompare: v.fallback(
      v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200))), v.maxLength(200)),
      [...defaultSettings.ignoredInCompare],
    ),
    sampleValues: v.fallback(
      v.record(v.string(), v.record(v.string(), v.string())),
      defaultSettings.sampleValues,
    ),
    layouts: v.fallback(v.record(v.string(), v.record(v.string(), size)), defaultSettings.layouts),
  }),
  defaultSettings,
);

/** Settings from anywhere, field by field; what makes no sense is the default. */
export function parseSettings(value: unknown): Settings {
  return v.parse(settingsSchema, value);
}

function read(storage: TextStorage): Settings {
  const stored = parseJson(storage.get(settingsKey));
  const fields = typeof stored === 'object' && stored !== null ? stored : {};
  return v.parse(settingsSchema, { ...fields, theme: storage.get(themeKey) });
}
