/** What a key is meant for in a text that is only looked at: a value of its tree, or a place of the text. */
export type LookedAt =
  | { path: string }
  | { offset: number; /** The text is shown in lines, as `formatJson` writes it. */ isFormatted: boolean };

/** The selected value of a tree; where a text is selected or pressed; or what was found in it. null: no place. */
export function lookedAt(scope: Element): LookedAt | null {
  const path = scope.querySelector<HTMLElement>('.json-tree')?.dataset['path'];
  if (path !== undefined) return { path };
  const view = scope.querySelector('.text-view');
  const offset = view && (selectedPlace(view) ?? foundPlace(view));
  return offset === null ? null : { offset, isFormatted: view?.closest('.pretty-content') !== null };
}

function selectedPlace(view: Element): number | null {
  const selection = document.getSelection();
  const node = selection?.focusNode ?? null;
  if (selection === null || node === null || !view.contains(node)) return null;
  return placeIn(node, selection.focusOffset);
}

function foundPlace(view: Element): number | null {
  const mark = view.querySelector('[data-mark="current"]');
  return mark && placeIn(mark, 0);
}

/** The characters before a place, from where its row begins in the whole text. */
function placeIn(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const row = element?.closest<HTMLElement>('[data-start]');
  const line = row?.querySelector('[data-line]');
  if (!row || !line?.contains(node)) return null;
  const before = document.createRange();
  before.selectNodeContents(line);
  before.setEnd(node, offset);
  return Number(row.dataset['start']) + before.toString().length;
}
