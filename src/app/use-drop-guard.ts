import { useEffect, useEffectEvent } from 'react';

/**
 * A file or a link that is dropped beside the places that take one would replace the whole page: a link is refused,
 * files are `onFiles`'. Those places have prevented the browser's own action before the window hears of it.
 */
export function useDropGuard(onFiles: (files: readonly File[]) => void): void {
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const listening = new AbortController();
    const refuse = (event: DragEvent): void => {
      const { dataTransfer } = event;
      if (event.defaultPrevented || dataTransfer === null || !wouldLeave(event)) return;
      event.preventDefault();
      const holdsFiles = dataTransfer.types.includes('Files');
      dataTransfer.dropEffect = holdsFiles ? 'copy' : 'none';
      if (event.type === 'drop' && holdsFiles) take(Array.from(dataTransfer.files));
    };
    for (const type of ['dragenter', 'dragover', 'drop'] as const) {
      window.addEventListener(type, refuse, { signal: listening.signal });
    }
    return () => listening.abort();
  }, []);
}

/** A link that is dropped into a text box becomes text there; a file would be opened even so. */
function wouldLeave({ dataTransfer, target }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  if (types.includes('Files')) return true;
  return types.includes('text/uri-list') && !(target instanceof Element && target.matches(textBoxes));
}

const textBoxes = 'input, textarea, [contenteditable]';
