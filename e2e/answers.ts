import type { Page } from 'playwright/test';

export interface Answer {
  status?: number;
  body: string | Buffer;
  headers?: Readonly<Record<string, string>>;
  /** Text of the log tail. */
  log?: string;
}

/** Answers each invoke of the page in place of the endpoint, for bodies and logs that no handler can give. */
export async function answerInvokes(
  page: Page,
  { status = 200, body, headers = {}, log }: Answer,
): Promise<void> {
  const exposed = [
    'x-amzn-requestid',
    'x-amz-function-error',
    'x-amz-log-result',
    'x-amzn-errortype',
    'date',
  ];
  const cors = {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': '*, authorization',
    'access-control-expose-headers': exposed.join(','),
  };
  await page.route('**/invocations*', (route) => {
    if (route.request().method() !== 'POST') return route.fulfill({ status: 200, headers: cors });
    return route.fulfill({
      status,
      body,
      headers: {
        ...cors,
        'content-type': 'application/json',
        'x-amzn-requestid': '8fc6f963-411b-58b5-8483-a32130c0f45d',
        ...(log === undefined ? {} : { 'x-amz-log-result': Buffer.from(log).toString('base64') }),
        ...headers,
      },
    });
  });
}
