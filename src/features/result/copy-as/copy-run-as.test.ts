import { expect, test, vi } from 'vitest';
import { rememberSent } from '../../../state/sent-secrets.ts';
import { payload, run } from '../../../state/state.fixture.ts';
import { copyRunAs } from './copy-run-as.ts';

test('a secret of an environment that a run was sent with is covered in what is copied, and the run keeps it', async () => {
  let copied = '';
  using _write = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
    copied = text;
  });
  const held = payload('{"colour":"blue-\\u0037-CANARY","other":"plain-text"}');
  const sent = run({ request: { ...run().request, payload: held } });
  await copyRunAs(sent, 'curl');
  expect(copied).toContain('plain-text');
  // What a run of an earlier page was sent with stands in its record.
  await copyRunAs(run({ request: { ...sent.request, secretParts: [[23, 29]] } }), 'curl');
  expect(copied).not.toContain('CANARY');
  rememberSent(['CANARY']);
  await copyRunAs(sent, 'curl');
  expect(copied).toContain('******","other":"plain-text"');
  expect(copied).not.toContain('CANARY');
  expect(sent.request.payload).toBe(held);
});
