import { createInvokeClient, describeError } from '../../src/core/index.ts';

const form = document.querySelector('form');
const output = document.querySelector('output');

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const fields = new FormData(form);
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  void show(text);
});

async function show(text: (name: string) => string): Promise<void> {
  if (!output) return;
  output.value = '';
  const client = createInvokeClient({
    region: text('region'),
    endpoint: text('endpoint'),
    credentials: {
      accessKeyId: text('access-key-id'),
      signingKey: await importSecret(text('secret-access-key')),
    },
  });
  const decoder = new TextDecoder();
  for await (const event of client.invokeWithResponseStream({
    functionName: text('function'),
    payload: text('payload'),
  })) {
    if (event.type === 'chunk') output.value += decoder.decode(event.bytes, { stream: true });
    if (event.type === 'complete' && event.errorCode)
      output.value += `\nThe function failed: ${event.errorDetails}`;
    if (event.type === 'error') output.value += `\n${describeError(event.error).meaning}`;
  }
}

/** The browser keeps the secret where no script can read it, and signs with it. */
function importSecret(secret: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(`AWS4${secret}`);
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}
