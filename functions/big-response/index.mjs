/**
 * Answers with about `{ "bytes": 1000000 }` of JSON. Lambda returns at most 6,291,556 bytes; one more, and the
 * answer is a function error. With `{ "exact": true }` the serialised answer has exactly that many bytes.
 */
export const handler = async ({ bytes = 1_000_000, exact = false } = {}) => {
  if (exact) return 'x'.repeat(Math.max(0, bytes - 2));
  const record = (id) => ({ id, name: `record ${id}`, tags: ['big', 'response'], price: 12.5 });
  const count = Math.ceil(bytes / JSON.stringify(record(1_000_000)).length);
  return Array.from({ length: count }, (_, index) => record(1_000_000 + index));
};
