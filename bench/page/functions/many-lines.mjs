const text = `[\n${Array.from({ length: 500_000 }, (_none, index) => `  ${1_000_000 + index}`).join(',\n')}\n]`;

/** Answers with 5.5 MB of JSON in half a million lines, as only a streaming handler can lay it out. */
export const handler = awslambda.streamifyResponse(async (_event, responseStream) => {
  responseStream.setContentType('application/json');
  responseStream.end(text);
});
