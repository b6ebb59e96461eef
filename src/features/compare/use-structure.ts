import { useEffect, useState } from 'react';
import type { JsonComparison } from '../../documents/compare/json-difference.ts';
import { responseBytes } from '../../state/compared-texts.ts';
import type { Run } from '../../state/types.ts';
import { compareStructure } from './compare-work.ts';

/** What differs between the responses of two runs; null while they are compared. */
export function useStructure(left: Run, right: Run, ignored: readonly string[]): JsonComparison | null {
  const [found, setFound] = useState<{ key: string; comparison: JsonComparison } | null>(null);
  const key = JSON.stringify([left.id, right.id, ignored]);
  useEffect(() => {
    const controller = new AbortController();
    const job = { left: responseBytes(left), right: responseBytes(right), ignored };
    void compareStructure(job, controller.signal).then((comparison) => {
      if (!controller.signal.aborted) setFound({ key, comparison });
    });
    return () => controller.abort();
  }, [key, left, right, ignored]);
  return found?.key === key ? found.comparison : null;
}
