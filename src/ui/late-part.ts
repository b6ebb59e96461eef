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

/** The part as soon as it is here. It is fetched while `isWanted`; another one in its place begins anew. */
export function useLatePart<Props extends object>(late: LatePart<Props>, isWanted = true): LateState<Props> {
  const [fetch, setFetch] = useState(() => begin(late));
  const current = fetch.late === late ? fetch : begin(late);
  const isMissing = isWanted && current.Part === null && !current.hasFailed;
  useEffect(() => {
    if (!isMissing) return undefined;
    let isCurrent = true;
    late.load().then(
      (Part) => isCurrent && setFetch({ late, Part, hasFailed: false }),
      () => isCurrent && setFetch({ late, Part: null, hasFailed: true }),
    );
    return () => {
      isCurrent = false;
    };
  }, [isMissing, late]);
  return {
    Part: current.Part,
    hasFailed: current.hasFailed,
    retry: () => setFetch(begin(late)),
  };
}

interface Fetch<Props extends object> {
  /** What was fetched: a component must never get the properties of another. */
  late: LatePart<Props>;
  Part: ComponentType<Props> | null;
  hasFailed: boolean;
}

function begin<Props extends object>(late: LatePart<Props>): Fetch<Props> {
  return { late, Part: late.loaded(), hasFailed: false };
}
