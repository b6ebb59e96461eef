import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';

/** A component whose code comes when it is first needed, or in an idle moment before that. */
export interface LatePart<Props extends object> {
  /** null while its code is not here. */
  loaded: () => ComponentType<Props> | null;
  /** Fetches it once; after a failure the next call tries again. */
  load: () => Promise<ComponentType<Props>>;
}

export function latePart<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
): LatePart<Props> {
  let part: ComponentType<Props> | null = null;
  let loading: Promise<ComponentType<Props>> | undefined;
  return {
    loaded: () => part,
    load() {
      loading ??= fetchPart().then(
        (fetched) => (part = fetched),
        (error: unknown) => {
          loading = undefined;
          throw error;
        },
      );
      return loading;
    },
  };
}

export interface LateState<Props extends object> {
  Part: ComponentType<Props> | null;
  hasFailed: boolean;
  retry: () => void;
}

/** The part as soon as it is here. It is fetched while `isWanted`. */
export function useLatePart<Props extends object>(late: LatePart<Props>, isWanted = true): LateState<Props> {
  const [Part, setPart] = useState(late.loaded);
  const [failures, setFailures] = useState(0);
  const [tries, setTries] = useState(1);
  const isMissing = isWanted && Part === null && failures < tries;
  useEffect(() => {
    if (!isMissing) return undefined;
    let isCurrent = true;
    late.load().then(
      (fetched) => isCurrent && setPart(() => fetched),
      () => isCurrent && setFailures((before) => before + 1),
    );
    return () => {
      isCurrent = false;
    };
  }, [isMissing, late]);
  return {
    Part,
    hasFailed: Part === null && failures >= tries,
    retry: () => setTries(failures + 1),
  };
}
