/**
 * Tells the page, for toaster.css, how far above its lower end the buttons of the topmost dialog begin that takes
 * nearly all of its height. Gives what ends it for these buttons.
 */
export function tellFoot(footer: HTMLElement): () => void {
  const observer = new ResizeObserver(tell);
  for (const box of [footer, footer.parentElement]) if (box) observer.observe(box);
  footers.add(footer);
  return () => {
    observer.disconnect();
    footers.delete(footer);
    tell();
  };
}

const footers = new Set<HTMLElement>();

function tell(): void {
  const footPx = [...footers].map(footOf).findLast((px) => px !== null);
  const { style } = document.documentElement;
  if (typeof footPx === 'number') style.setProperty('--dialog-foot', `${footPx}px`);
  else style.removeProperty('--dialog-foot');
}

/** By offsets, which know nothing of the transition that lets a dialog come. */
function footOf(footer: HTMLElement): number | null {
  const dialog = footer.parentElement;
  if (dialog === null || dialog.offsetHeight < innerHeight * 0.8) return null;
  return innerHeight - dialog.offsetTop - footer.offsetTop;
}
