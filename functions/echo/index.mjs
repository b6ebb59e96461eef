/**
 * Answers with what it was given: the event, and everything a handler can learn from its context,
 * the client context of the caller included.
 */
export const handler = async (event, context) => ({
  event,
  context: {
    functionName: context.functionName,
    functionVersion: context.functionVersion,
    invokedFunctionArn: context.invokedFunctionArn,
    memoryLimitInMB: context.memoryLimitInMB,
    awsRequestId: context.awsRequestId,
    logGroupName: context.logGroupName,
    logStreamName: context.logStreamName,
    remainingTimeInMillis: context.getRemainingTimeInMillis(),
    clientContext: context.clientContext,
    identity: context.identity,
    tenantId: context.tenantId,
  },
});
