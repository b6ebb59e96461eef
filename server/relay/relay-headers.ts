import type { IncomingHttpHeaders } from 'node:http';

type Headers = Record<string, string>;

/**
 * What of the page's request goes on: what was signed, and what describes the body. Nothing that a browser adds for
 * its own server (cookies, origin, language), and nothing of ours.
 */
export function forwardedHeaders(headers: IncomingHttpHeaders, host: string): Headers {
  const kept = Object.entries(headers).filter(([name]) => forwarded.test(name));
  return { ...toHeaders(kept), host };
}

const forwarded = /^(?:authorization|accept|content-(?:type|length|encoding)|x-amz-.*|x-amzn-.*|amz-sdk-.*)$/;

/** What of the answer the page gets: nothing that would act on the page's own origin, such as cookies or a policy. */
export function returnedHeaders(headers: IncomingHttpHeaders): Headers {
  return toHeaders(Object.entries(headers).filter(([name]) => returned.test(name) && !ours.test(name)));
}

const returned = /^(?:content-(?:type|length|encoding)|date|age|retry-after|etag|x-.*)$/;
const ours =
  /^x-(?:frame-options|content-type-options|dns-prefetch-control|xss-protection|invoke-console-.*)$/;

function toHeaders(entries: readonly [string, string | string[] | undefined][]): Headers {
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : value]],
    ),
  );
}
