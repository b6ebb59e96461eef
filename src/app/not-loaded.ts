import { showToast } from '../ui/toast.ts';

/** Says that a part of the page did not come when it was asked for. */
export function sayNotLoaded(): void {
  showToast({
    title: 'This part of the console can’t be loaded',
    description: 'The server that it comes from does not answer. What is open goes on working.',
    tone: 'warn',
  });
}

/** For a window that does not come: whoever asked for it no longer does, and the next time is another try. */
export function closeNotLoaded(close: () => void): () => void {
  return () => {
    close();
    sayNotLoaded();
  };
}
