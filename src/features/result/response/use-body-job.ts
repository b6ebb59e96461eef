import { useEffect, useState } from 'react';
import type { BodyJob, BodyJobResults } from '../../../documents/body-job.ts';
import { bodyJob, knownResult } from './body-work.ts';

/** null: the body is not of that kind; undefined: not known yet. */
export type BodyJobState<Kind extends BodyJob> = BodyJobResults[Kind] | undefined;

interface Late<Kind extends BodyJob> {
  bytes: Uint8Array;
  result: BodyJobResults[Kind];
}

/** A job on a body that is shown: small bodies at once, large ones in a worker. No body, no work. */
export function useBodyJob<Kind extends BodyJob>(kind: Kind, bytes: Uint8Array | null): BodyJobState<Kind> {
  const [late, setLate] = useState<Late<Kind> | null>(null);
  const known = bytes === null ? undefined : knownResult(kind, bytes);
  const result = known === undefined && late !== null && late.bytes === bytes ? late.result : known;
  const isMissing = result === undefined;
  useEffect(() => {
    if (bytes === null || !isMissing) return undefined;
    const controller = new AbortController();
    void bodyJob(kind, bytes, controller.signal).then((done) => {
      if (!controller.signal.aborted) setLate({ bytes, result: done });
    });
    return () => controller.abort();
  }, [kind, bytes, isMissing]);
  return result;
}
