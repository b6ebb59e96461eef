/**
 * Where messages stand: in the topmost open dialog, as it keeps all that is outside it from keys and screen readers;
 * null is the page.
 */
export function currentToastPlace(): HTMLElement | null {
  return places.at(-1) ?? null;
}

/** Gives messages a place in a dialog for as long as that is open. */
export function addToastPlace(place: HTMLElement): () => void {
  change([...places, place]);
  return () => change(places.filter((other) => other !== place));
}

export function subscribeToastPlace(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly HTMLElement[]): void {
  places = next;
  for (const listener of listeners) listener();
}

let places: readonly HTMLElement[] = [];
const listeners = new Set<() => void>();
