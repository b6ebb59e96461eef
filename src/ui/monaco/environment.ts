import editorWorkerUrl from 'monaco-editor/editor/editor.worker?worker&url';
import jsonWorkerUrl from 'monaco-editor/languages/features/json/json.worker?worker&url';
import { startWorker } from '../start-worker.ts';

/**
 * Tells Monaco how to start workers and make Trusted Types policies. It must have run before the first module of
 * Monaco: bundlers do not keep the order of imports across chunks, so the code that fetches Monaco calls it.
 */
export function installMonacoEnvironment(): void {
  if (installed) return;
  installed = true;
  globalThis.MonacoEnvironment = {
    createTrustedTypesPolicy: createPolicy,
    getWorker: (_module: string, label: string) =>
      startWorker(label === 'json' ? jsonWorkerUrl : editorWorkerUrl, label),
  };
}

let installed = false;

type PolicyOptions = Partial<
  Record<'createHTML' | 'createScript' | 'createScriptURL', (input: string) => string>
>;
/** What the DOM takes where it wants a Trusted Type; TypeScript's library knows plain strings only. */
type Policy = Partial<
  Record<'createHTML' | 'createScript' | 'createScriptURL', (input: string) => string>
> & {
  name: string;
};

declare global {
  var trustedTypes: { createPolicy: (name: string, options?: PolicyOptions) => Policy } | undefined;
}

/** Monaco makes some policies twice, which a page's policy refuses: the first one serves again. */
function createPolicy(name: string, options?: PolicyOptions): Policy | undefined {
  const known = policies.get(name);
  if (known) return known;
  const policy = globalThis.trustedTypes?.createPolicy(name, options);
  if (policy) policies.set(name, policy);
  return policy;
}

const policies = new Map<string, Policy>();
