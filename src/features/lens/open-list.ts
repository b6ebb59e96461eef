import { showToast } from '../../ui/toast.ts';

/** Opens the list of the documents inside, from its button within an element; where there are none, says so. */
export function openList(button: HTMLElement | null | undefined, holder: string): void {
  if (button && button.getAttribute('aria-disabled') !== 'true') button.click();
  else showToast({ title: `No string of the ${holder} holds a document` });
}
