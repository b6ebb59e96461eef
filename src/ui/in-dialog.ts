/** Whether an element stands in a dialog of ours, which has the page behind it to itself. */
export function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-dialog]') !== null;
}
