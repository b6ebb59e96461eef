import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import './base.css';
import { JsonEditor } from './json-editor.tsx';

test('becomes ready with its text', async () => {
  const screen = await render(
    <div style={{ height: 400 }}>
      <JsonEditor
        id="a"
        label="Payload"
        text={'{\n  "a": 1\n}'}
        revision={0}
        onChange={() => {}}
        theme="dark"
        fontSize={13}
        wrap
      />
    </div>,
  );
  await expect.element(screen.getByRole('textbox', { name: 'Payload' })).toBeVisible();
  await expect.poll(() => document.querySelector('[data-editor="ready"]'), { timeout: 20000 }).not.toBeNull();
  const box = screen.getByRole('textbox', { name: 'Payload' });
  await expect.element(box).toBeInTheDocument();
  console.log(document.querySelector('.native-edit-context')?.outerHTML.slice(0, 600));
});
