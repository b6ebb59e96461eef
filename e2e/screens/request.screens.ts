import { ConsolePage } from '../console-page.ts';
import { jsonOfBytes, photograph } from './picture.ts';
import type { Prepare } from './picture.ts';

const context =
  '{\n  "client": { "installation_id": "phone-17" },\n  "custom": { "who": "Ada" },\n  "extra": 1\n}';

/** The states of the request side. */
const states: Record<string, Prepare> = {
  'json-problems': async (console) => {
    await console.chooseFunction('echo');
    await console.pastePayload('{\n  "a": tru,\n  "b": [1,],\n  "c" 3,\n  "d": "open\n}');
    await console.page.getByRole('list', { name: 'Problems' }).waitFor();
  },
  'send-anyway': async (console) => {
    await console.chooseFunction('echo');
    await console.pastePayload('{"a": tru}');
    await console.invokeButton.click();
    await console.page.getByRole('alertdialog').waitFor();
  },
  'event-types': async (console) => {
    await console.page.getByRole('button', { name: 'Event type none' }).click();
    await console.page.keyboard.type('sq');
    await console.page.getByRole('option', { name: /SQS/ }).first().waitFor();
  },
  'event-type-chosen': async (console) => {
    await console.chooseFunction('echo');
    await console.page.getByRole('button', { name: 'Event type none' }).click();
    await console.page.keyboard.type('sqs messages');
    await console.page.keyboard.press('Enter');
    await console.pastePayload('{\n  "Record": []\n}');
    await console.page.getByRole('list', { name: 'Problems' }).waitFor();
  },
  binary: async (console) => {
    await console.chooseFunction('echo');
    await console.openPayloadFile(
      'a-very-long-name-of-a-file.bin',
      Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 37) % 256)),
    );
    await console.page.getByRole('region', { name: 'Payload' }).waitFor();
  },
  'size-near': async (console) => withFile(console, 1_000_000),
  'size-over': async (console) => withFile(console, 1_100_000),
  'client-context': async (console) => {
    await withContext(console, context);
    await console.page.getByText('What the function sees').click();
  },
  'client-context-fault': async (console) => withContext(console, '{"custom":{"a":tru}}'),
  'client-context-over': async (console) => withContext(console, `{"custom":{"a":"${'x'.repeat(2700)}"}}`),
  'options-refused': async (console) => {
    await console.chooseFunction('hello');
    await console.pasteClientContext(context);
    await console.page.getByRole('switch', { name: 'Stream response' }).check();
    await console.chooseType('Event');
  },
  'tenant-unused': async (console) => {
    await console.chooseFunction('hello');
    await console.page.getByText('More options').click();
    await console.page.getByRole('textbox', { name: 'Tenant ID' }).fill('blue');
    await console.page.getByRole('textbox', { name: 'Durable execution name' }).fill('order-1');
    await console.page.getByText('This function does not isolate tenants').waitFor();
    await console.page.getByText('This function is not durable').waitFor();
  },
  'target-mismatch': async (console) => {
    await console.chooseFunction('arn:aws:lambda:eu-west-1:000000000000:function:greeting:live');
    await console.qualifierBox.fill('2');
    await console.qualifierBox.press('Escape');
    await console.page.getByText('Lambda refuses a request with two qualifiers').waitFor();
  },
  'target-suggested': async (console) => {
    await console.chooseFunction('greeting');
    await console.page.getByRole('note', { name: 'Function settings' }).waitFor();
    await console.qualifierBox.click();
    await console.page.getByRole('option').first().waitFor();
  },
  'preset-changed': async (console) => {
    await savedPreset(console);
    await console.pastePayload('{"name": "Grace"}');
    await console.chooseType('Event');
  },
  'preset-differences': async (console) => {
    await savedPreset(console);
    await console.pastePayload('{"name": "Grace"}');
    await console.chooseType('Event');
    await console.page.getByRole('button', { name: 'What differs' }).click();
    await console.page.getByRole('dialog').waitFor();
  },
  'preset-conflict': async (console) => {
    await savedPreset(console);
    await changedElsewhere(console);
    await console.pastePayload('{"name": "Grace"}');
    await console.page.keyboard.press('ControlOrMeta+s');
    await console.page.getByRole('alertdialog').waitFor();
  },
  'preset-export-secrets': async (console) => {
    await savedPreset(console, '{"key": "AKIAIOSFODNN7EXAMPLE", "name": "Ada"}');
    await showLibrary(console);
    await console.page.getByRole('button', { name: 'Export all presets' }).click();
    await console.page.getByRole('alertdialog').waitFor();
  },
  'preset-list': async (console) => {
    await showLibrary(console);
    await console.page.getByRole('list', { name: /^throws in / }).waitFor();
  },
};

photograph(states);

async function withFile(console: ConsolePage, bytes: number): Promise<void> {
  await console.chooseFunction('echo');
  await console.chooseType('Event');
  await console.openPayloadFile('large.json', jsonOfBytes(bytes));
  await console.page
    .getByText(/nearly full|too large for Event/)
    .first()
    .waitFor();
}

async function withContext(console: ConsolePage, text: string): Promise<void> {
  await console.chooseFunction('echo');
  await console.pasteClientContext(text);
  await console.page.getByRole('tab', { name: /^Client context/ }).click();
}

async function savedPreset(console: ConsolePage, payload = '{"name": "Ada"}'): Promise<void> {
  await console.chooseFunction('hello');
  await console.pastePayload(payload);
  await saveAs(console, 'Ada');
}

async function saveAs({ page }: ConsolePage, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+s');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Another tab of the browser saves over the preset first. */
async function changedElsewhere(console: ConsolePage): Promise<void> {
  const other = new ConsolePage(await console.page.context().newPage());
  await other.page.setViewportSize({ width: 1440, height: 900 });
  await other.open();
  await other.page.getByRole('button', { name: 'Ada', exact: true }).click();
  await other.pastePayload('{"name": "Hedy"}');
  await other.page.keyboard.press('ControlOrMeta+s');
  await other.page.getByRole('group', { name: 'Preset of this draft' }).getByText('unchanged').waitFor();
  await other.page.close();
}

/** A tab in a narrow window. */
async function showLibrary({ page }: ConsolePage): Promise<void> {
  const library = page.getByRole('tab', { name: 'Library' });
  if (await library.isVisible()) await library.click();
}
