import { learnedDoubts } from '../documents/learned/doubts.ts';
import { learnedSchema } from '../documents/learned/learned-schema.ts';
import type { Learned } from '../documents/learned/learned-types.ts';
import { maxLearnedBytes } from '../documents/learned/learned-types.ts';
import { payloadText } from '../documents/payload.ts';
import type { PayloadDocument } from '../documents/payload-types.ts';
import type { Preset } from '../documents/preset-types.ts';
import { learnedName, type LearnedStore } from '../state/learned-store.ts';
import type { EditorHint, EditorSchema } from '../ui/json-editor.tsx';
import { whenIdle } from '../ui/when-idle.ts';
import type { Services } from './compose.ts';
import type { PresetStores } from './presets.ts';

export interface LearnedOffer {
  draftId: string;
  schema: EditorSchema;
  hints: readonly EditorHint[];
}

export interface WatchLearned {
  services: Services;
  draftId: string;
  functionName: string;
  onOffer: (offer: LearnedOffer | null) => void;
  signal: AbortSignal;
}

/** Presets of one function that teach, at most. */
const maxPresets = 50;
const pauseMs = 400;

/**
 * Tells what was learned of a draft's function and what of its payload is unlike it, whenever either changes; the
 * presets of the function teach first. All of it in idle moments after a pause in typing.
 */
export async function watchLearned(watched: WatchLearned): Promise<void> {
  const { services, functionName, signal, onOffer } = watched;
  onOffer(null);
  const { store } = await services.learned.load();
  const stores = await services.presets.stores.load();
  await store.getState().actions.load(functionName);
  if (signal.aborted || learnedName(functionName) === '') return;
  offerAll(watched, store);
  teachPresets(stores, store, watched);
}

function offerAll(
  { services, draftId, functionName, onOffer, signal }: WatchLearned,
  store: LearnedStore,
): void {
  const name = learnedName(functionName);
  const payload = (): PayloadDocument | undefined =>
    services.drafts.getState().drafts.find(({ id }) => id === draftId)?.payload;
  const known = (): Learned | null => store.getState().byFunction.get(name) ?? null;
  let schema: EditorSchema | null = null;
  const offer = (hints: readonly EditorHint[]): void => onOffer(schema && { draftId, schema, hints });
  const doubt = (): void => {
    const learned = known();
    const document = payload();
    const isRead = document && document.encoding !== 'binary' && document.bytes.length <= maxLearnedBytes;
    offer(learned && isRead ? learnedDoubts(learned, payloadText(document)) : []);
  };
  const later = afterPause(doubt, signal);
  const renew = (): void => {
    const learned = known();
    schema = learned && {
      uri: `inmemory://learned/${encodeURIComponent(name)}`,
      schema: learnedSchema(learned),
    };
    doubt();
  };
  let [lastLearned, lastPayload] = [known(), payload()];
  const stops = [
    store.subscribe(() => {
      if (known() === lastLearned) return;
      lastLearned = known();
      renew();
    }),
    services.drafts.subscribe(() => {
      if (payload() === lastPayload) return;
      lastPayload = payload();
      later();
    }),
  ];
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
  });
  renew();
}

/** Calls back in an idle moment once nothing was asked for a while. */
function afterPause(callback: () => void, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cancel = (): void => undefined;
  const stop = (): void => {
    clearTimeout(timer);
    cancel();
  };
  signal.addEventListener('abort', stop);
  return () => {
    stop();
    timer = setTimeout(() => {
      cancel = whenIdle(callback);
    }, pauseMs);
  };
}

/** Those of this device and of the folder, now and whenever one is saved. What taught already, or was forgotten, does not teach again. */
function teachPresets(
  { store, folder }: PresetStores,
  learned: LearnedStore,
  { functionName, signal }: WatchLearned,
): void {
  const name = learnedName(functionName);
  const isOf = (one: string): boolean => learnedName(one) === name;
  const teach = async (): Promise<void> => {
    const { summaries, actions } = store.getState();
    const own = summaries.filter((one) => isOf(one.functionName) && one.payloadBytes <= maxLearnedBytes);
    const presets = await Promise.all(own.slice(0, maxPresets).map(({ id }) => actions.get(id)));
    const files = folder.getState().presets.map(({ preset }) => preset);
    const payloads = [...presets, ...files].flatMap((preset) =>
      preset && isOf(preset.request.functionName) ? payloadOf(preset) : [],
    );
    if (signal.aborted) return;
    await learned.getState().actions.teach(functionName, payloads.slice(0, maxPresets), 'preset');
  };
  const later = afterPause(() => void teach().catch(() => undefined), signal);
  const stops = [store.subscribe(later), folder.subscribe(later)];
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
  });
  later();
}

function payloadOf({ request }: Preset): string[] {
  return request.payloadEncoding === 'utf8' ? [request.payload] : [];
}
