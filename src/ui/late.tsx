import { useEffect } from 'react';
import { useLatePart, type LatePart } from './late-part.ts';

export interface LateProps<Props extends object> {
  part: LatePart<Props>;
  /** Whether it is wanted; from the first time on it stays, to open and close by itself. */
  asked: boolean;
  props: Props;
  /** Its code did not come, as when the server has gone. The owner no longer asks; the next time is another try. */
  onFailed: () => void;
}

/** A dialog or another part without a place of its own, whose code comes when it is first asked for. */
export function Late<Props extends object>({ part, asked, props, onFailed }: LateProps<Props>) {
  const { Part, hasFailed, retry } = useLatePart(part, asked);
  useEffect(() => {
    if (hasFailed && asked) onFailed();
  }, [hasFailed, asked, onFailed]);
  useEffect(() => {
    if (hasFailed && !asked) retry();
  }, [hasFailed, asked, retry]);
  return Part && <Part {...props} />;
}
