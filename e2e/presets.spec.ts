import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

const payload = '{"big": 12345678901234567890, "a": 1.0, "a": 2}';

test('a preset is saved, found after a reload and opened as a draft, byte for byte', async ({ page }) => {
  const consolePage = new ConsolePage(page);
  await consolePage.open();
  await consolePage.chooseFunction('echo');
  await consolePage.pastePayload(payload);
  await page.keyboard.press('ControlOrMeta+s');
  await page.getByRole('textbox', { name: 'Name' }).fill('Big numbers');
  await page.getByRole('textbox', { name: 'Tags' }).fill('numbers, echo');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.reload();
  const filter = page.getByLabel('Filter presets');
  await filter.fill('numbers');
  await expect(page.getByRole('button', { name: /^Big numbers/ })).toBeVisible();
  await filter.fill('nothing like it');
  await expect(page.getByRole('button', { name: /^Big numbers/ })).toHaveCount(0);
  await filter.fill('');

  await consolePage.chooseFunction('hello');
  await page.getByRole('button', { name: /^Big numbers/ }).click();
  await expect(consolePage.functionBox).toHaveValue('echo');
  await consolePage.invoke();
  await consolePage.expectOutcome('success');
  await consolePage.showTab('Request');
  // The hash that was signed and checked is that of the text as typed.
  const hash = createHash('sha256').update(payload).digest('hex');
  await expect(consolePage.result).toContainText(hash);
});

test('a deleted preset comes back by undo, and a duplicate is another one', async ({ page }) => {
  const consolePage = new ConsolePage(page);
  await consolePage.open();
  await consolePage.chooseFunction('hello');
  await page.getByRole('button', { name: 'Save preset' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Greeting');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const rows = page.getByRole('list', { name: 'hello', exact: true }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Actions of Greeting' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Actions of Greeting', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(2);
});

test('exported presets come back by import, in another browser profile', async ({
  page,
  browser,
  baseURL,
}) => {
  const consolePage = new ConsolePage(page);
  await consolePage.open();
  await consolePage.chooseFunction('hello');
  await page.getByRole('button', { name: 'Save preset' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('To go');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export all presets' }).click();
  const path = await (await download).path();

  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const other = await context.newPage();
  await new ConsolePage(other).open();
  const chooser = other.waitForEvent('filechooser');
  await other.getByRole('button', { name: 'Import presets' }).click();
  await (await chooser).setFiles(path);
  await expect(other.getByRole('button', { name: /^To go/ })).toBeVisible();

  // Any other JSON is an event.
  const again = other.waitForEvent('filechooser');
  await other.getByRole('button', { name: 'Import presets' }).click();
  const buffer = Buffer.from('{"Records": [1.0]}');
  await (await again).setFiles({ name: 'event.json', mimeType: 'application/json', buffer });
  await expect(other.getByRole('tab', { name: /event\.json$/ })).toBeVisible();
  await expect(new ConsolePage(other).editorFrame('Payload')).toContainText('[1.0]');
  await context.close();
});

test('a draft tells what differs from its preset, goes back, and saves over it by one key', async ({
  page,
}) => {
  const consolePage = new ConsolePage(page);
  await consolePage.open();
  await consolePage.chooseFunction('hello');
  await consolePage.pastePayload('{"name": "Ada"}');
  await page.keyboard.press('ControlOrMeta+s');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const line = page.getByRole('group', { name: 'Preset of this draft' });
  await expect(line).toContainText('unchanged');

  await consolePage.pastePayload('{"name": "Grace"}');
  await expect(line).toContainText('Changed: Payload');
  await line.getByRole('button', { name: 'What differs' }).click();
  const dialog = page.getByRole('dialog', { name: 'What differs from the preset' });
  await expect(dialog).toContainText('− {"name": "Ada"}');
  await expect(dialog).toContainText('+ {"name": "Grace"}');
  await dialog.getByRole('button', { name: 'Revert draft' }).click();
  await expect(line).toContainText('unchanged');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(line).toContainText('Changed: Payload');

  await page.keyboard.press('ControlOrMeta+s');
  await expect(line).toContainText('unchanged');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await expect(line).toContainText('unchanged');
});

test('one key goes through the presets of a function, in the order that a person gave them', async ({
  page,
}) => {
  const consolePage = new ConsolePage(page);
  await consolePage.open();
  await consolePage.chooseFunction('throws');
  await page
    .getByRole('list', { name: /^throws in / })
    .getByRole('button', { name: /^Exit/ })
    .first()
    .click();
  const line = page.getByRole('group', { name: 'Preset of this draft' });
  await expect(line).toContainText('File Exit');
  await page.keyboard.press('Shift+Alt+BracketRight');
  await expect(line).toContainText('File No such order');
  await page.keyboard.press('Shift+Alt+BracketLeft');
  await page.keyboard.press('Shift+Alt+BracketLeft');
  await expect(line).toContainText('Rejected with a string');
  // What was typed stays in its draft: the next preset opens beside it.
  await consolePage.pastePayload('{"how": "callback"}');
  await expect(line).toContainText('Changed: Payload');
  const tabs = page.getByRole('tablist', { name: 'Drafts' }).getByRole('tab');
  const before = await tabs.count();
  await page.keyboard.press('Shift+Alt+BracketRight');
  await expect(line).toContainText('File Exit');
  await expect(tabs).toHaveCount(before + 1);

  for (const name of ['b', 'a']) {
    await page.keyboard.press('ControlOrMeta+Shift+s');
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  const rows = page.getByRole('list', { name: 'throws', exact: true }).getByRole('listitem');
  // The list is still scrolled to the folder, and only what is in sight is in the document.
  await page.getByRole('region', { name: 'Presets', exact: true }).evaluate((list) => list.scrollTo(0, 0));
  await expect(rows.first()).toHaveText('a');
  await rows.first().getByRole('button', { name: 'a', exact: true }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(rows.first()).toHaveText('b');
  await expect(rows.last().getByRole('button', { name: 'a', exact: true })).toBeFocused();
});

test('a pasted command is shown, runs nothing, and opens as a draft', async ({ page }) => {
  const consolePage = new ConsolePage(page);
  await consolePage.open();
  await page.evaluate(async () => {
    const type = (name: string, text: string) => ({ [name]: new Blob([text], { type: name }) });
    const html = type('text/html', '<b>other words</b>');
    await navigator.clipboard.write([new ClipboardItem({ ...html, ...type('text/plain', 'aws s3 ls') })]);
  });
  await page.getByRole('button', { name: 'Paste a command or preset' }).press('ControlOrMeta+v');
  const dialog = page.getByRole('dialog', { name: 'Paste a command or preset' });
  const box = dialog.getByRole('textbox', { name: 'Command, preset, link or JSON' });
  // Of what is on the clipboard the plain text alone is taken.
  await expect(box).toHaveValue('aws s3 ls');
  await expect(dialog).toContainText('No invocation was found in it');
  await box.fill(
    `AWS_SECRET_ACCESS_KEY=x aws lambda invoke --function-name echo --region eu-west-3 --cli-binary-format raw-in-base64-out --payload '{"n": 1.0}' out.json`,
  );
  await expect(dialog).toContainText('It is for eu-west-3');
  await expect(dialog).toContainText('Credentials in the line were left out');
  await dialog.getByRole('button', { name: 'Open as draft' }).click();
  await expect(consolePage.functionBox).toHaveValue('echo');
  await expect(consolePage.editorFrame('Payload')).toContainText('{"n": 1.0}');
  await expect(consolePage.result).toHaveAttribute('data-state', 'idle');
});

test('test events dropped anywhere become presets, and chosen presets go out as test events', async ({
  page,
}) => {
  await new ConsolePage(page).open();
  await page.getByRole('main').evaluate((main) => {
    const events =
      '{"components":{"examples":{"one":{"value":{"n":1.0}},"two":{"value":[]},"three":{"value":0}}}}';
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([events], '_hello-schema.json'));
    for (const type of ['dragenter', 'dragover', 'drop'])
      main.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  });
  await page.getByRole('button', { name: 'Actions of three' }).click();
  await page.getByRole('menuitem', { name: 'Export several…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export presets' });
  await dialog.getByRole('checkbox', { name: /^one/ }).press('Space');
  await dialog.getByRole('checkbox', { name: /^two/ }).check();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export as test events' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('_hello-schema.json');
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('"one": { "value": {"n":1.0}, "x-metadata": {"invocationType":"RequestResponse"}');
  expect(text).not.toContain('three');
});
