const number = (index) => 1_000_000 + index + (index % 100 === 0 ? 7 : 0);
const text = `[\n${Array.from({ length: 500_000 }, (_none, index) => `  ${number(index)}`).join(',\n')}\n]`;

/** As `many-lines`, with another number in each hundredth line. */
export const handler = awslambda.streamifyResponse(async (_event, responseStream) => {
  responseStream.setContentType('application/json');
  responseStream.end(text);
});
