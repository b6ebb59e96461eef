/** What another tab did to the history. */
export type HistoryNews =
  /** These were begun, completed, removed or taken out again. */
  | { type: 'runs'; ids: readonly string[] }
  /** Many at once: cleared, pruned or restored. */
  | { type: 'all' };

/** Tells the other tabs what was done to the history, and hears it from them. */
export interface HistoryChannel {
  tell(news: HistoryNews): void;
  listen(listener: (news: HistoryNews) => void): void;
}

/** Between the tabs of this origin. */
export function openHistoryChannel(name = 'invoke-console.history'): HistoryChannel {
  const channel = new BroadcastChannel(name);
  return {
    tell: (news) => channel.postMessage(news),
    listen: (listener) =>
      channel.addEventListener('message', ({ data }: MessageEvent<HistoryNews>) => listener(data)),
  };
}
