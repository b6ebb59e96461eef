import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { encodeBase64 } from '../../documents/base64.ts';
import { deflate } from '../../documents/deflate.ts';
import { applyParts } from '../../documents/lens/write-document.ts';
import { createJsonWork } from '../../state/json-work.ts';
import type { LensLink } from '../../state/lens-link.ts';
import '../../ui/base.css';
import { JsonEditor, type JsonEditorHandle, type TextPlace } from '../../ui/json-editor.tsx';
import { forgetEditorDocument } from '../../ui/load-monaco.ts';
import { PayloadLens } from './payload-lens.tsx';

const look = { theme: 'dark', fontSize: 13, wrap: true } as const;
const work = createJsonWork(() => {
  throw new Error('These texts are small');
});
let link: LensLink;
let payload: string;
let editor: JsonEditorHandle | null;

beforeEach(() => {
  link = { pending: new Set(), openers: new Set(), lookers: new Set() };
  forgetEditorDocument('payload');
});

interface RequestProps {
  initial: string;
  draftId: string;
}

/** The payload's editor and the documents inside of it, as the page has them. */
function Request({ initial, draftId }: RequestProps) {
  const [text, setText] = useState(initial);
  const [caret, setCaret] = useState<TextPlace | null>(null);
  const editorRef = useRef<JsonEditorHandle>(null);
  const toolbarRef = useRef<HTMLSpanElement>(null);
  const change = (next: string): void => {
    payload = next;
    setText(next);
  };
  return (
    <div style={{ display: 'flex', flexDirection: 'column', blockSize: 600 }}>
      <span ref={toolbarRef} />
      <div style={{ blockSize: 250 }}>
        <JsonEditor
          id="payload"
          label="Payload"
          revision={0}
          handleRef={(handle) => {
            editorRef.current = handle;
            editor = handle;
          }}
          onChange={change}
          onCaret={setCaret}
          {...{ text: initial, ...look }}
        />
      </div>
      <PayloadLens
        {...{ draftId, text, caret, look, work, editorRef, toolbarRef, link }}
        shortcut="Shift+Alt+;"
        readAside={() => payload}
        onPartsAside={(parts) => change(applyParts(payload, parts))}
      />
    </div>
  );
}

async function renderRequest(initial: string): Promise<void> {
  payload = initial;
  await render(<Request {...{ initial }} draftId={crypto.randomUUID()} />);
  await expect
    .poll(() => document.querySelector('[data-editor="ready"]'), { timeout: 50_000 })
    .not.toBeNull();
}

/** As the key does: at the caret of whatever has the focus. */
function openInside(): void {
  // The owner is told of the caret, and draws it, before the key counts.
  flushSync(() => void editor?.getText());
  for (const open of link.openers) open();
}

const inside = page.getByRole('textbox', { name: 'Document inside' });
const shownInside = (): string =>
  [...document.querySelectorAll('.document-pane .view-line')]
    .map(({ textContent }) => textContent.replaceAll('\u00A0', ' '))
    .join('\n');

const event = (message: string): string =>
  JSON.stringify({ n: 1, Records: [{ body: JSON.stringify({ TopicArn: 't', Message: message }), md5: '' }] });

test('the key opens the innermost document, and goes on at the caret; the payload’s undo takes it back', async () => {
  const before = event('{"order":7}');
  await renderRequest(before);
  editor?.reveal(1, before.indexOf('order') + 'order'.length + 1);
  openInside();
  await expect.poll(shownInside).toBe('{\n  "order": 7\n}');
  await expect.element(inside).toHaveFocus();
  await userEvent.keyboard('s');
  await expect.poll(() => payload).toBe(event('{"orders":7}'));
  editor?.undo();
  await expect.poll(() => payload).toBe(before);
  await expect.poll(shownInside).toBe('{\n  "order": 7\n}');
}, 60_000);

test('the way back leads to the document around it, with the focus, and the key from there into it again', async () => {
  const text = event('{"order":7}');
  await renderRequest(text);
  editor?.reveal(1, text.indexOf('order') + 1);
  openInside();
  await page.getByRole('button', { name: 'Records[0].body' }).click();
  await expect.poll(shownInside).toContain('"TopicArn": "t"');
  await expect.element(inside).toHaveFocus();
  await userEvent.keyboard('{Control>}{End}{/Control}{ArrowUp}{End}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  await expect.poll(openedAgain).toBe('{\n  "order": 7\n}');
  await page.getByRole('button', { name: 'Close document' }).click();
  await expect.element(page.getByRole('textbox', { name: 'Payload' })).toHaveFocus();
}, 60_000);

/** The caret is told of after a pause: asked until it was. */
function openedAgain(): string {
  openInside();
  return shownInside();
}

test('what is compressed is opened as its text, and compressed again as it is typed', async () => {
  const zip = async (text: string): Promise<string> =>
    encodeBase64(await deflate(new TextEncoder().encode(text), 'gzip'));
  const before = JSON.stringify({ awslogs: { data: await zip('{"logEvents":[]}') } });
  await renderRequest(before);
  editor?.reveal(1, before.indexOf('H4sI') + 9);
  openInside();
  await expect.poll(shownInside).toContain('"logEvents": []');
  await expect.element(page.getByText(/CloudWatch Logs · .* · base64 · gzip/)).toBeVisible();
  expect(payload).toBe(before);
  await userEvent.keyboard('{Control>}a{/Control}');
  paste('{"n":2}');
  const after = JSON.stringify({ awslogs: { data: await zip('{"n":2}') } });
  await expect.poll(() => payload).toBe(after);
}, 60_000);

function paste(text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}

test('where the caret is in no document, the key offers the list of all', async () => {
  await renderRequest(event('{"order":7}'));
  await expect.element(page.getByRole('button', { name: 'Documents inside: 2' })).toBeVisible();
  editor?.reveal(1, 2);
  openInside();
  await expect.element(page.getByRole('menuitem').first()).toBeVisible();
}, 60_000);
