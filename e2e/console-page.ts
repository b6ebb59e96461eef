import { expect, test } from 'playwright/test';
import type { Locator, Page } from 'playwright/test';

export type Outcome =
  | 'success'
  | 'function-error'
  | 'accepted'
  | 'dry-run'
  | 'rejected'
  | 'unknown'
  | 'cancelled'
  | 'not-sent';

export interface NewConnection {
  name: string;
  endpoint: string;
  /** For an endpoint that checks signatures. */
  keys?: { accessKeyId: string; secretAccessKey: string };
}

const dummyKeys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-a-secret' };

/** The console as a person meets it: by roles and names, never by structure. */
export class ConsolePage {
  readonly page: Page;
  readonly functionBox: Locator;
  readonly qualifierBox: Locator;
  readonly invocationType: Locator;
  readonly invokeButton: Locator;
  readonly stopButton: Locator;
  readonly result: Locator;
  readonly response: Locator;
  readonly log: Locator;

  constructor(page: Page) {
    this.page = page;
    this.functionBox = page.getByRole('combobox', { name: 'Function' });
    this.qualifierBox = page.getByRole('combobox', { name: 'Qualifier' });
    this.invocationType = page.getByRole('radiogroup', { name: 'Invocation type' });
    this.invokeButton = page.getByRole('button', { name: /^Invoke/ });
    this.stopButton = page.getByRole('button', { name: /^Stop waiting/ });
    // In a narrow window the panes are tabs, and the result may be the hidden one.
    this.result = page.getByRole('region', { name: 'Result', includeHidden: true });
    this.response = this.result.locator('[data-view="response"]');
    this.log = this.result.locator('[data-view="log"]');
  }

  /** Opens the page and waits until the local connection can be used and the editor has loaded. */
  async open(): Promise<void> {
    await test.step('open the console', async () => {
      await this.page.goto('/');
      await expect(this.page.getByRole('button', { name: /^Connection.*Local/ })).toBeVisible();
      await expect(this.editorFrame('Payload')).toHaveAttribute('data-editor', 'ready');
    });
  }

  /** Makes a connection to an endpoint that the page does not know yet, and uses it. */
  async addConnection({ name, endpoint, keys = dummyKeys }: NewConnection): Promise<void> {
    await test.step(`connect to ${name}`, async () => {
      await this.page.getByRole('button', { name: /^Connection/ }).click();
      const dialog = this.page.getByRole('dialog', { name: 'Connections' });
      await dialog.getByRole('button', { name: 'New connection' }).click();
      await dialog.getByLabel('Name', { exact: true }).fill(name);
      await dialog.getByLabel('Endpoint').fill(endpoint);
      await dialog.getByLabel('Access key ID').fill(keys.accessKeyId);
      await dialog.getByLabel('Secret access key').fill(keys.secretAccessKey);
      await dialog.getByRole('button', { name: 'Save connection' }).click();
      await expect(this.page.getByRole('button', { name: `Connection ${name}` })).toBeVisible();
    });
  }

  async chooseFunction(name: string): Promise<void> {
    await this.functionBox.fill(name);
    await this.functionBox.press('Escape');
  }

  async chooseType(type: 'RequestResponse' | 'Event' | 'DryRun'): Promise<void> {
    await this.invocationType.getByRole('radio', { name: new RegExp(`^${type}`) }).check();
  }

  /** By the clipboard: typing into the editor closes brackets by itself. */
  async pastePayload(text: string): Promise<void> {
    await this.pasteInto('Payload', text);
  }

  async pasteClientContext(text: string): Promise<void> {
    await this.page.getByRole('tab', { name: /^Client context/ }).click();
    await this.pasteInto('Client context', text);
    await this.page.getByRole('tab', { name: /^Payload/ }).click();
  }

  /** Puts a file into the payload, byte for byte. */
  async openPayloadFile(name: string, bytes: Uint8Array): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: /^Open file/ }).click();
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(bytes) });
  }

  /** Presses Invoke and waits for the end of that very run. */
  async invoke(): Promise<void> {
    await test.step('invoke', async () => {
      const before = Number(await this.result.getAttribute('data-run'));
      await this.invokeButton.click();
      await expect(this.result).toHaveAttribute('data-run', String(before + 1));
      await expect(this.result).toHaveAttribute('data-state', 'done', { timeout: 20_000 });
    });
  }

  async expectOutcome(outcome: Outcome): Promise<void> {
    await expect(this.field('outcome')).toHaveAttribute('data-outcome', outcome);
  }

  field(name: string): Locator {
    return this.result.locator(`[data-field="${name}"]`);
  }

  async value(name: string): Promise<string> {
    return (await this.field(name).getAttribute('data-value')) ?? '';
  }

  async showTab(name: string): Promise<void> {
    await this.result.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  /** A way to look at the response: Pretty, Tree, HTTP, Raw, Hex. */
  async showView(name: string): Promise<void> {
    await this.result.getByRole('radio', { name, exact: true }).check();
  }

  editorFrame(label: string): Locator {
    return this.page
      .locator('[data-editor]')
      .filter({ has: this.page.getByRole('textbox', { name: label }) });
  }

  private async pasteInto(label: string, text: string): Promise<void> {
    await expect(this.editorFrame(label)).toHaveAttribute('data-editor', 'ready');
    const box = this.page.getByRole('textbox', { name: label });
    await box.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    if (text === '') {
      await this.page.keyboard.press('Delete');
      return;
    }
    await this.page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await this.page.keyboard.press('ControlOrMeta+v');
  }
}
