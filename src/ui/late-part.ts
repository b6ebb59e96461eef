import { useEffect, useState, type ComponentType } from 'react';

/** What comes when it is first needed, or in an idle moment before that, and then stays. */
export interface LateValue<T extends object> {
  /** null while it is not here. */
  loaded: () => T | null;
  /** Fetches it once; after a failure the next call tries again. */
  load: () => Promise<T>;
}

export function lateValue<T extends object>(fetchValue: () => Promise<T>): LateValue<T> {
  let value: T | null = null;
  let loading: Promise<T> | undefined;
  return {
    loaded: () => value,
    load() {
      loading ??= fetchValue().then(
        (fetched) => (value = fetched),
        (error: unknown) => {
          loading = undefined;
          throw error;
        },
      );
      return loading;
    },
  };
}

export interface LateValueState<T extends object> {
  value: T | null;
  hasFailed: boolean;
  retry: () => void;
}

/**
 * The value as soon as it is here, in the first drawing if it is: React holds back what `use` and `lazy` wait for,
 * for up to 300 ms and even if it is here. It is fetched while `isWanted`; another one in its place begins anew.
 */
export function useLateValue<T extends object>(late: LateValue<T>, isWanted = true): LateValueState<T> {
  const [fetch, setFetch] = useState(() => begin(late));
  const current = fetch.late === late ? fetch : begin(late);
  const isMissing = isWanted && current.value === null && !current.hasFailed;
  useEffect(() => {
    if (!isMissing) return undefined;
    let isCurrent = true;
    late.load().then(
      (value) => isCurrent && setFetch({ late, value, hasFailed: false }),
      () => isCurrent && setFetch({ late, value: null, hasFailed: true }),
    );
    return () => {
      isCurrent = false;
    };
  }, [isMissing, late]);
  const { value, hasFailed } = current;
  return { value, hasFailed, retry: () => setFetch(begin(late)) };
}

interface Fetch<T extends object> {
  /** What was fetched: a component must never get the properties of another. */
  late: LateValue<T>;
  value: T | null;
  hasFailed: boolean;
}

function begin<T extends object>(late: LateValue<T>): Fetch<T> {
  return { late, value: late.loaded(), hasFailed: false };
}

/** A component whose code comes when it is first needed, or in an idle moment before that. */
export type LatePart<Props extends object> = LateValue<ComponentType<Props>>;

export function latePart<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
): LatePart<Props> {
  return lateValue(fetchPart);
}

export interface LateState<Props extends object> {
  Part: ComponentType<Props> | null;
  hasFailed: boolean;
  retry: () => void;
}

/** The part as soon as it is here. It is fetched while `isWanted`; another one in its place begins anew. */
export function useLatePart<Props extends object>(late: LatePart<Props>, isWanted = true): LateState<Props> {
  const { value: Part, hasFailed, retry } = useLateValue(late, isWanted);
  return { Part, hasFailed, retry };
}
