const record = (id) => ({ id, sku: `A-${id}`, price: 19.5, tags: ['big', 'response'], note: null });
const records = Array.from({ length: 65_000 }, (_none, index) => record(100_000 + index));

/** Answers with more than 5 MB of JSON in one line, whatever it is given. */
export const handler = async () => records;
