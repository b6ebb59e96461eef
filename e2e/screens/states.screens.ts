import { ConsolePage } from '../console-page.ts';
import { test } from '../fixtures.ts';
import { photograph, picture } from './picture.ts';
import type { Prepare } from './picture.ts';

const order =
  '{\n  "orderId": "ord_8812",\n  "customer": { "id": "cus_19", "tier": "gold" },\n  "express": true,\n  "note": null\n}';

/** The states of the whole page. */
const states: Record<string, Prepare> = {
  idle: async () => {},
  success: async (console) => run(console, 'echo', order),
  log: async (console) => {
    await run(console, 'logs', '{}');
    await console.showTab('Log');
  },
  'function-error': async (console) => run(console, 'throws', '{}'),
  rejected: async (console) => run(console, 'no-such-function', '{}'),
  accepted: async (console) => {
    await console.chooseType('Event');
    await run(console, 'echo', order);
  },
  'not-sent': async (console) => run(console, 'not a name', '{"a":}'),
  request: async (console) => {
    await run(console, 'echo', order);
    await console.showTab('Request');
  },
  attempts: async (console) => {
    await run(console, 'echo', order);
    await console.showTab('Attempts');
  },
  headers: async (console) => {
    await run(console, 'echo', order);
    await console.showTab('Headers');
  },
  history: async (console) => {
    await run(console, 'echo', order);
    await run(console, 'throws', '{}');
    await console.page.keyboard.press('Shift+Alt+H');
    await console.page.getByRole('button', { name: 'What can be searched' }).click();
  },
  compare: async (console) => {
    await run(console, 'echo', order);
    await console.page.keyboard.press('Shift+Alt+G');
    await run(console, 'echo', order.replace('gold', 'silver'));
    await console.page.keyboard.press('Shift+Alt+Y');
    await console.page.getByText(/values? differs?\./).waitFor();
  },
  connections: async (console) => {
    await console.page.getByRole('button', { name: /^Connection/ }).click();
    await console.page.getByRole('button', { name: 'New connection' }).click();
  },
  shortcuts: async (console) => {
    await console.page.keyboard.press('ControlOrMeta+/');
    await console.page.getByRole('dialog').waitFor();
  },
  settings: async (console) => opened(console, 'Shift+Alt+,'),
  learned: async (console) => {
    await dropPresets(console, orders);
    await console.chooseFunction('counts');
    await console.pastePayload('{\n  "order": "one",\n  "stat": "open"\n}');
    const doubt = console.page.locator('.squiggly-info').first();
    await doubt.waitFor();
    await doubt.hover({ force: true });
    await console.page.locator('.monaco-hover').first().waitFor();
  },
  'learned-settings': async (console) => {
    await dropPresets(console, orders);
    await console.chooseFunction('counts');
    await console.pastePayload('{\n  "order": "one",\n  "stat": "open"\n}');
    await console.page.locator('.squiggly-info').first().waitFor();
    await opened(console, 'Shift+Alt+,');
    await console.page.getByRole('button', { name: 'Forget all that was learned' }).scrollIntoViewIfNeeded();
  },
  palette: async (console) => {
    await run(console, 'echo', order);
    await opened(console, 'ControlOrMeta+k');
    await console.page.keyboard.type('show');
  },
  samples: async (console) => {
    await opened(console, 'Shift+Alt+.');
    await console.page.keyboard.type('s3');
  },
  'samples-wrong': async (console) => {
    await opened(console, 'Shift+Alt+.');
    await console.page.keyboard.type('sqs batch');
    await console.page.getByRole('textbox', { name: 'Messages' }).fill('many');
  },
  'save-preset': async (console) => {
    await run(console, 'echo', order);
    await opened(console, 'ControlOrMeta+s');
  },
  expectations: async (console) => {
    await expecting(console);
    const strip = console.page.getByRole('group', {
      name: 'Expectations of the preset',
      includeHidden: true,
    });
    await strip.getByRole('button', { name: /expectations hold/, includeHidden: true }).click();
  },
  'edit-expectations': async (console) => {
    await expecting(console);
    await console.page.keyboard.press('ControlOrMeta+k');
    await console.page.keyboard.type('Expectations of the preset');
    await console.page.keyboard.press('Enter');
    const dialog = console.page.getByRole('dialog', { name: /^Expectations of/ });
    await dialog.getByRole('button', { name: 'Add expectation' }).click();
    await dialog.getByLabel('Kind').last().selectOption('Response value equals');
    await dialog.getByLabel('Path').last().fill('$.customer[0:2]');
  },
  'stored-runs': async (console) => {
    await expecting(console);
    await console.page.keyboard.press('ControlOrMeta+k');
    await console.page.keyboard.type('Check expectations');
    await console.page.keyboard.press('Enter');
    await console.page.locator('.stored-runs summary').first().click();
  },
  share: async (console) => {
    await run(console, 'echo', order);
    await opened(console, 'ControlOrMeta+u');
  },
  drafts: async (console) => {
    for (const name of ['orders-create-handler-with-a-long-name', 'echo', 'throws', 'logs', 'stream']) {
      await console.chooseFunction(name);
      await console.page.keyboard.press('Shift+Alt+N');
    }
    await console.chooseFunction(`arn:aws:lambda:eu-central-1:000000000000:function:${'x'.repeat(64)}:live`);
  },
  'more-options': async (console) => {
    await console.chooseFunction('echo');
    await console.page.getByText('More options').click();
    await console.page.getByRole('tab', { name: /^Client context/ }).click();
  },
};

/** A run of a preset of which some expectations hold, one fails, one is not known and one is of a later version. */
async function expecting(console: ConsolePage): Promise<void> {
  const expectations = [
    { kind: 'outcome', is: 'success' },
    { kind: 'json-equals', path: '$.event.customer.tier', value: '"platinum"' },
    { kind: 'json-matches', path: '$.event.orderId', pattern: '^ord_\\d{4}$' },
    { kind: 'log-contains', text: 'START' },
    { kind: 'cold-start', is: false },
  ];
  const preset = {
    name: 'Order of a gold customer',
    request: { functionName: 'echo', payload: order },
    expectations,
  };
  await dropPresets(console, [preset]);
  const library = console.page.getByRole('tab', { name: /^Library/ });
  if (await library.isVisible()) await library.click();
  await console.page.getByRole('button', { name: /^Order of a gold customer/ }).click();
  await console.invoke();
}

async function dropPresets(console: ConsolePage, presets: readonly object[]): Promise<void> {
  const text = JSON.stringify({ format: 'invoke-console/presets', version: 1, presets });
  await console.page.getByRole('main').evaluate((main, given) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([given], 'presets.json'));
    for (const type of ['dragenter', 'dragover', 'drop'])
      main.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, text);
}

const orders = [1, 2, 3, 4, 5].map((number) => ({
  name: `Order ${number}`,
  request: { functionName: 'counts', payload: JSON.stringify({ order: number, state: 'open' }) },
}));

async function opened(console: ConsolePage, keys: string): Promise<void> {
  await console.page.keyboard.press(keys);
  await console.page.getByRole('dialog').waitFor();
}

photograph(states);

/** Not a size of its own: what a person sees who zooms, or whose system forces its colours. */
const media = {
  'zoom-200': { viewport: { width: 720, height: 450 }, forcedColors: 'none' },
  'zoom-400': { viewport: { width: 320, height: 256 }, forcedColors: 'none' },
  forced: { viewport: { width: 1440, height: 900 }, forcedColors: 'active' },
} as const;

for (const [name, { viewport, forcedColors }] of Object.entries(media)) {
  for (const state of ['success', 'log', 'function-error', 'settings', 'more-options']) {
    test(`${state} ${name}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: 'dark', forcedColors, reducedMotion: 'reduce' });
      const console = new ConsolePage(page);
      await console.open();
      await states[state]?.(console);
      await picture(page, `docs/screens/${state}-${name}.png`);
    });
  }
}

test('the picture of the README', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const console = new ConsolePage(page);
  await console.open();
  await run(console, 'echo', order);
  await picture(page, 'docs/screens/readme.png');
});

async function run(console: ConsolePage, name: string, payload: string): Promise<void> {
  await console.chooseFunction(name);
  await console.pastePayload(payload);
  const fault = payload === '{"a":}';
  if (!fault) return console.invoke();
  await console.invokeButton.click();
  await console.page.getByRole('button', { name: 'Send anyway' }).click();
  await console.result.locator('[data-field="outcome"]').waitFor();
}
