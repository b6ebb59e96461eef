import { createInvokeClient } from '../core/index.ts';
import { hostCalls } from './call-host.ts';
import { invokeFetch } from './invoke-fetch.ts';

/** Makes the calls of a series of runs. Ended with the series, and with it whatever it was given to sign with. */
const barred = new Set<string>();
addEventListener('securitypolicyviolation', ({ blockedURI, disposition }) => {
  // What a policy only reports is sent all the same.
  if (disposition === 'enforce' && URL.canParse(blockedURI)) barred.add(new URL(blockedURI).origin);
});

hostCalls({
  port: {
    postMessage: (message) => postMessage(message),
    addEventListener: (type, listener) => addEventListener(type, listener),
  },
  createClient: (config) => createInvokeClient({ ...config, fetch: invokeFetch }),
  isBarred: (origin) => barred.has(origin),
  epochMs: () => performance.timeOrigin + performance.now(),
});
