import type { Tone } from './tone.ts';

/** A short message that goes by itself. What the user must know or decide stands elsewhere. */
export interface ToastMessage {
  title: string;
  description?: string | undefined;
  /** @default 'neutral' */
  tone?: Tone | undefined;
  /** Undo, mostly. */
  action?: { label: string; onSelect: () => void } | undefined;
  /** 0: it stays until closed. @default 6000, with an action 10000 */
  timeoutMs?: number | undefined;
}

export interface ToastEntry extends ToastMessage {
  id: string;
}

/** Shows a message; callable from anywhere. Returns how to take it back. */
export function showToast(message: ToastMessage): () => void {
  lastId += 1;
  const entry = { ...message, id: `toast-${lastId}` };
  publish([...entries, entry]);
  return () => dismissToast(entry.id);
}

export function dismissToast(id: string): void {
  publish(entries.filter((entry) => entry.id !== id));
}

/** The messages now, oldest first; a new array at each change. */
export function currentToasts(): readonly ToastEntry[] {
  return entries;
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function publish(next: readonly ToastEntry[]): void {
  entries = next;
  for (const listener of listeners) listener();
}

let entries: readonly ToastEntry[] = [];
let lastId = 0;
const listeners = new Set<() => void>();
