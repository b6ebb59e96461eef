import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { newDraft } from '../../state/draft.ts';
import type { JsonEditorHandle } from '../../ui/json-editor.tsx';
import '../../ui/base.css';
import { ClientContextEditor } from './client-context-editor.tsx';

test('proposes the members of a client context that the runtimes know', async () => {
  const editorRef: { current: JsonEditorHandle | null } = { current: null };
  await render(
    <div style={{ blockSize: 500 }}>
      <ClientContextEditor
        draft={{ ...newDraft('context'), clientContext: '{\n  \n}' }}
        look={{ theme: 'dark', fontSize: 13, wrap: true }}
        editorRef={editorRef}
        onChange={() => {}}
        onSchemaProblems={() => {}}
      />
    </div>,
  );
  await expect
    .poll(() => document.querySelector('[data-editor="ready"]'), { timeout: 50_000 })
    .not.toBeNull();
  editorRef.current?.reveal(2, 3);
  await userEvent.keyboard('{Control>} {/Control}');
  const proposed = () =>
    Array.from(document.querySelectorAll('.suggest-widget [role="option"]'), (one) => one.textContent);
  await expect.poll(() => proposed().length, { timeout: 20_000 }).toBe(3);
  expect(proposed().join()).toMatch(/client.*custom.*env/);
}, 60_000);
