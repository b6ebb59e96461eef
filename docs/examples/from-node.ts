import { createInvokeClient, describeError } from '../../src/core/index.ts';

const {
  AWS_REGION = 'us-east-1',
  AWS_ENDPOINT_URL_LAMBDA = `https://lambda.${AWS_REGION}.amazonaws.com`,
  AWS_ACCESS_KEY_ID = '',
  AWS_SECRET_ACCESS_KEY = '',
} = process.env;

const client = createInvokeClient({
  region: AWS_REGION,
  endpoint: AWS_ENDPOINT_URL_LAMBDA,
  credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY },
});

const result = await client.invoke({
  functionName: process.argv[2] ?? 'hello',
  logType: 'Tail',
  payload: process.argv[3] ?? '{"name": "Ada"}',
});

if (result.ok) {
  const { payload, functionError, executedVersion, logResult } = result.output;
  console.log(
    functionError ? 'The function failed:' : 'The function answered:',
    new TextDecoder().decode(payload),
  );
  console.log(
    'Version:',
    executedVersion ?? 'not known',
    '· billed ms:',
    logResult?.report?.billedDurationMs,
  );
} else {
  const { title, meaning, nextStep } = describeError(result.error);
  console.error(`${title}. ${meaning} ${nextStep}\n${result.error.message}`);
  process.exitCode = 1;
}
