import { parseFunctionName } from '../core/index.ts';
import type { Draft } from './types.ts';

/** What a draft is called on its tab: the name it was given, or the name of its function. */
export function draftTitle({ title, functionName }: Pick<Draft, 'title' | 'functionName'>): string {
  if (title !== null) return title;
  const parsed = parseFunctionName(functionName.trim());
  return (parsed.ok ? parsed.name : functionName.trim()) || 'New draft';
}
