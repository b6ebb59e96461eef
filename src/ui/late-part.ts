import type { ComponentType } from 'react';
import { lateValue, useLateValue, type LateValue } from './late-value.ts';

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
