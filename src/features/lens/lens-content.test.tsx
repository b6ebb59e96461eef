import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../ui/base.css';
import { LensContent } from './lens-content.tsx';
import type { LensView } from './lens-session.ts';

test('says why a document with a line of more than 100,000 characters is not wrapped', async () => {
  const text = 'x'.repeat(100_001);
  const view = { opened: { text: { isJson: false } }, problem: null, text, revision: 1 };
  await render(
    <div style={{ blockSize: 400 }}>
      <LensContent
        id="inside/long"
        view={view as unknown as LensView}
        look={{ theme: 'dark', fontSize: 13, wrap: true }}
        readOnly
        editorRef={{ current: null }}
        onChange={() => undefined}
        onCaret={() => undefined}
      />
    </div>,
  );
  const note = page.getByRole('status').filter({ hasText: 'Lines are not wrapped' });
  await expect.element(note, { timeout: 50_000 }).toBeVisible();
}, 60_000);
