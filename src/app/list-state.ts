/** What a list says when it is empty: still reading, nothing there, or not allowed to look. */
export function listState(query: {
  isPending: boolean;
  error: Error | null;
}): 'loading' | 'ready' | { message: string } {
  if (query.error !== null) return { message: query.error.message };
  return query.isPending ? 'loading' : 'ready';
}
