import { showToast } from './toast.ts';

/** Copies plain text and nothing else, and says whether it did; for actions that have no button of their own. */
export function copyText(text: string, what = 'Copied'): void {
  navigator.clipboard.writeText(text).then(
    () => showToast({ title: what, tone: 'success', timeoutMs: 2500 }),
    () => showToast({ title: 'The browser refused to copy', tone: 'error' }),
  );
}
