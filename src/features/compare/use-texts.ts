import { useEffect, useState } from 'react';
import type { ComparedTexts } from '../../documents/compare/compare-job.ts';
import { comparedSource, type ComparedPart } from '../../state/compared-texts.ts';
import type { Run } from '../../state/types.ts';
import { compareTexts } from './compare-work.ts';

export interface UseTexts {
  left: Run;
  right: Run;
  /** null: it is not shown. */
  part: ComparedPart | null;
  /** Of the members whose values are left out. */
  names: readonly string[];
}

/** One part of two runs as texts; null while they are made. */
export function useTexts({ left, right, part, names }: UseTexts): ComparedTexts | null {
  const [found, setFound] = useState<{ key: string; compared: ComparedTexts } | null>(null);
  const key = JSON.stringify([left.id, right.id, part, names]);
  useEffect(() => {
    if (part === null) return undefined;
    const controller = new AbortController();
    const job = { left: comparedSource(left, part), right: comparedSource(right, part), names };
    void compareTexts(job, controller.signal).then((compared) => {
      if (!controller.signal.aborted) setFound({ key, compared });
    });
    return () => controller.abort();
  }, [key, left, right, part, names]);
  return found?.key === key ? found.compared : null;
}
