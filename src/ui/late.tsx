import { useEffect, useState, type ComponentType } from 'react';

export interface LateProps<Props extends object> {
  /** Whether it is wanted; from the first time on it stays, to open and close by itself. */
  asked: boolean;
  load: () => Promise<ComponentType<Props>>;
  props: Props;
  /** Its code did not come, as when the server has gone. The next time it is asked for is another try. */
  onFailed: () => void;
}

/** A part of the page whose code comes when it is asked for. Unlike React's own `lazy` it survives a failure. */
export function Late<Props extends object>({ asked, load, props, onFailed }: LateProps<Props>) {
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);
  const missing = asked && Part === null;
  useEffect(() => {
    if (!missing) return undefined;
    let current = true;
    load().then(
      (loaded) => current && setPart(() => loaded),
      () => current && onFailed(),
    );
    return () => {
      current = false;
    };
  }, [missing, load, onFailed]);
  return Part && <Part {...props} />;
}
