/** Nearly 6 MB of JSON in the two shapes that are hard in different ways. */
export const oneLine = JSON.stringify(
  Array.from({ length: 65_000 }, (_none, index) => ({
    id: 100_000 + index,
    sku: `A-${index}`,
    price: 19.5,
    tags: ['big', 'request'],
    note: null,
  })),
);

/** An SQS event with a message of nearly 6 MB, on one line in its string. */
export const message = JSON.stringify({
  Records: [
    {
      receiptHandle: 'r',
      body: oneLine.slice(0, oneLine.indexOf(',{"id":136000')).concat(']'),
      md5OfBody: '',
    },
  ],
});

/** Just as large as a payload may be that teaches. */
export const lesson = `${oneLine.slice(0, oneLine.lastIndexOf(',{', 261_000))}]`;

/** A number a line. */
export const manyLines = `[\n${Array.from({ length: 500_000 }, (_none, index) => `  ${1_000_000 + index}`).join(',\n')}\n]`;
