const record = (id) => ({ id, sku: `A-${id}`, price: 19.5, tags: ['big', 'response'], note: null });
const body = JSON.stringify(Array.from({ length: 36_000 }, (_none, index) => record(100_000 + index)));

/** Answers with one string that holds nearly 4 MB of JSON, whatever it is given. */
export const handler = async () => ({ Messages: [{ MessageId: 'm', receiptHandle: 'r', body }] });
