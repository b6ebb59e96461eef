import type { FetchPort } from '../core/index.ts';

/**
 * The browser's fetch for clients of the page. A browser that is told not to store an answer asks the endpoint's leave
 * by a preflight each time, which costs every run a second request and round trip. Answers to POST are never stored
 * and never given in place of a send, so an invoke goes without that word: decision 0017.
 */
export const invokeFetch: FetchPort = (url, init) =>
  fetch(url, isInvoke.test(url) ? { ...init, cache: 'default' } : init);

/** Whole and streamed. What STS and Cognito answer holds keys, and what is read by GET would be stored. */
const isInvoke = /^[^?]*\/functions\/[^/?]+\/(?:response-streaming-)?invocations(?:\?|$)/;
