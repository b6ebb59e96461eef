import { useEffect } from 'react';
import { useLatePart, type LatePart } from './late-part.ts';

export interface LateProps<Props extends object> {
  part: LatePart<Props>;
  /** Whether it is wanted; from the first time on it stays, to open and close by itself. @default true */
  asked?: boolean;
  props: Props;
  /**
   * Its code did not come, as when the server has gone. The owner no longer asks; the next time is another try.
   * @default nothing is shown, and the page is what it was before
   */
  onFailed?: () => void;
}

/**
 * A dialog or another part of the page whose code comes when it is first asked for. Never React's `lazy`: there, code
 * that does not come ends in the last error boundary, and with it the whole page.
 */
export function Late<Props extends object>({ part, asked = true, props, onFailed }: LateProps<Props>) {
  const { Part, hasFailed, retry } = useLatePart(part, asked);
  useEffect(() => {
    if (hasFailed && asked) onFailed?.();
  }, [hasFailed, asked, onFailed]);
  useEffect(() => {
    if (hasFailed && !asked) retry();
  }, [hasFailed, asked, retry]);
  return Part && <Part {...props} />;
}
