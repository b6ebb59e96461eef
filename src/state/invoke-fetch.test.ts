import { afterEach, expect, test, vi } from 'vitest';
import { invokeFetch } from './invoke-fetch.ts';

afterEach(() => vi.unstubAllGlobals());

/** How the browser's own fetch was told to store the answer. */
async function cacheOf(url: string): Promise<unknown> {
  const browser = vi.fn(async () => new Response());
  vi.stubGlobal('fetch', browser);
  const init = {
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  } as const;
  await invokeFetch(url, { method: 'POST', headers: {}, signal: new AbortController().signal, ...init });
  expect(browser).toHaveBeenCalledExactlyOnceWith(
    url,
    expect.objectContaining({ ...init, cache: expect.any(String) }),
  );
  return vi.mocked<typeof fetch>(browser).mock.calls[0]?.[1]?.cache;
}

test('an invoke goes without a word on storing, whole and streamed, by name and by ARN', async () => {
  for (const path of [
    '2015-03-31/functions/hello/invocations',
    '2015-03-31/functions/hello/invocations?Qualifier=live',
    '2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Ahello/invocations',
    '2021-11-15/functions/hello/response-streaming-invocations?Qualifier=1',
  ])
    expect(await cacheOf(`https://lambda.eu-west-1.amazonaws.com/${path}`), path).toBe('default');
});

test('nothing else is stored: what is read, and what answers with keys', async () => {
  for (const url of [
    'https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/hello/versions',
    'https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/invocations',
    'https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions?Marker=/functions/hello/invocations',
    'https://sts.eu-west-1.amazonaws.com/',
    'https://cognito-identity.eu-west-1.amazonaws.com/',
  ])
    expect(await cacheOf(url), url).toBe('no-store');
});
