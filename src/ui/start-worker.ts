/** What the DOM takes where it wants a Trusted Type; TypeScript's library knows plain strings only. */
interface ScriptUrlPolicy {
  createScriptURL?: (url: string) => string;
}

/**
 * Starts a module worker from a file of this page (`import url from './x.worker.ts?worker&url'`). Any other origin
 * is refused, by Trusted Types too where the browser has them.
 */
export function startWorker(url: string, name: string): Worker {
  policy ??= globalThis.trustedTypes?.createPolicy('app-worker', { createScriptURL: ownUrl }) ?? {
    createScriptURL: ownUrl,
  };
  return new Worker(policy.createScriptURL?.(url) ?? ownUrl(url), { type: 'module', name });
}

let policy: ScriptUrlPolicy | undefined;

function ownUrl(url: string): string {
  if (new URL(url, document.baseURI).origin === location.origin) return url;
  throw new TypeError('Not a worker of this page');
}
