const record = (id) => ({
  id,
  sku: `A-${id}`,
  price: id % 100 === 0 ? 20.5 : 19.5,
  tags: ['big', 'response'],
  note: null,
});
const records = Array.from({ length: 65_000 }, (_none, index) => record(100_000 + index));

/** As `one-line`, with another price in each hundredth record. */
export const handler = async () => records;
