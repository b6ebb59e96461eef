/**
 * Sent as x-amz-user-agent, because a page cannot set User-Agent. In the SDKs' form, without anything that would
 * tell one user from another.
 */
export const defaultUserAgent = 'invoke-console/0.1.0 ua/2.1 lang/js api/lambda#2015-03-31';
