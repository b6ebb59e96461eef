import { currentToastPlace } from './toast-place.ts';
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

/** What screen readers are told of the newest message, and in which place. */
export interface Announcement {
  id: string;
  text: string;
  place: HTMLElement | null;
}

/** Shows a message; callable from anywhere. Returns how to take it back. */
export function showToast(message: ToastMessage): () => void {
  lastId += 1;
  const entry = { ...message, id: `toast-${lastId}` };
  publish([...entries, entry]);
  setTimeout(() => announce(entry), settleMs);
  return () => dismissToast(entry.id);
}

export function dismissToast(id: string): void {
  publish(entries.filter((entry) => entry.id !== id));
}

/** The messages now, oldest first; a new array at each change. */
export function currentToasts(): readonly ToastEntry[] {
  return entries;
}

/** Said once: a message that moves with its place is not said again there. */
export function currentAnnouncement(): Announcement | null {
  return announcement;
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce(entry: ToastEntry): void {
  if (!entries.includes(entry)) return;
  const { id, title, description, action } = entry;
  const text = [title, description, action && `${action.label}: F6`].filter(Boolean).join(' ');
  announcement = { id, text, place: currentToastPlace() };
  publish(entries);
}

function publish(next: readonly ToastEntry[]): void {
  entries = next;
  if (!next.some(({ id }) => id === announcement?.id)) announcement = null;
  for (const listener of listeners) listener();
}

/** A dialog that closes as a message comes has closed by then. */
const settleMs = 100;
let entries: readonly ToastEntry[] = [];
let announcement: Announcement | null = null;
let lastId = 0;
const listeners = new Set<() => void>();
