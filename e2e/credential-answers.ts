import type { Page, Route } from 'playwright/test';

export interface AnsweringKeys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

/**
 * Answers an endpoint's Lambda, STS and Cognito in its place: sessions get the given keys, the function `refused` gets
 * an error that quotes its whole request, `lost` gets no answer, and any other succeeds. What was asked is collected.
 */
export async function answerAsAws(page: Page, endpoint: string, keys: AnsweringKeys): Promise<string[]> {
  const asked: string[] = [];
  await page.route(`${endpoint}/**`, (route) => {
    const request = route.request();
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 200, headers: cors });
    const quoted = JSON.stringify([request.url(), request.headers(), request.postData()]);
    asked.push(quoted);
    return answer(route, quoted, keys);
  });
  return asked;
}

function answer(route: Route, quoted: string, keys: AnsweringKeys): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const body = route.request().postData() ?? '';
  if (pathname === '/') return route.fulfill({ headers: cors, body: sessionAnswer(quoted, body, keys) });
  if (/\/functions\/lost\//.test(pathname)) return route.abort('connectionreset');
  if (/\/functions\/refused\//.test(pathname)) {
    const headers = { ...cors, 'x-amzn-errortype': 'InvalidSignatureException' };
    return route.fulfill({ status: 403, headers, json: { message: `The request was ${quoted}` } });
  }
  return route.fulfill({ headers: { ...cors, 'x-amzn-requestid': 'r-1' }, json: { ok: true } });
}

function sessionAnswer(quoted: string, body: string, keys: AnsweringKeys): string {
  const { accessKeyId, secretAccessKey, sessionToken } = keys;
  const seconds = Math.round(Date.now() / 1000) + 3600;
  if (quoted.includes('GetCredentialsForIdentity')) {
    const Credentials = {
      AccessKeyId: accessKeyId,
      SecretKey: secretAccessKey,
      SessionToken: sessionToken,
      Expiration: seconds,
    };
    return JSON.stringify({ IdentityId: 'us-east-1:1', Credentials });
  }
  if (quoted.includes('IdentityService.GetId')) return JSON.stringify({ IdentityId: 'us-east-1:1' });
  if (body.includes('GetCallerIdentity')) {
    return '<a><Arn>arn:aws:iam::123456789012:user/ada</Arn><UserId>ADA</UserId><Account>123456789012</Account></a>';
  }
  const expiration = new Date(seconds * 1000).toISOString();
  return `<Credentials><AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey><SessionToken>${sessionToken}</SessionToken><Expiration>${expiration}</Expiration></Credentials>`;
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, authorization',
  'access-control-expose-headers': '*, x-amzn-requestid, x-amzn-errortype',
};
