import { useEffect, useState } from 'react';

/** What `load` gives, asked once when the component appears; undefined until then. */
export function useLoaded<T>(load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<{ value: T }>();
  const [begin] = useState(() => load);
  useEffect(() => {
    let wanted = true;
    void begin().then((value) => wanted && setLoaded({ value }));
    return () => {
      wanted = false;
    };
  }, [begin]);
  return loaded?.value;
}
