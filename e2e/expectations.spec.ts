import { expectNoViolation } from './axe.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

test('a run tells which expectations of its preset hold, and gives the next one', async ({ page }) => {
  test.slow();
  const consolePage = new ConsolePage(page);
  const { result } = consolePage;
  await consolePage.open();
  await consolePage.chooseFunction('hello');
  await consolePage.pastePayload('{"name": "Ada"}');
  await consolePage.invoke();
  await result.getByRole('radio', { name: 'Tree' }).check();
  const expectLastValue = async (): Promise<void> => {
    await result.getByRole('tree').press('End');
    await result.getByRole('tree').press('Shift+Enter');
  };
  await expectLastValue();
  const saving = page.getByRole('dialog', { name: 'Save preset' });
  await expect(saving).toContainText('With an expectation: $.message equals "Hello, Ada!".');
  await saving.getByRole('button', { name: 'Save', exact: true }).click();
  const line = page.getByRole('group', { name: 'Preset of this draft' });
  await line.getByRole('button', { name: 'Expectations (1)' }).click();
  const dialog = page.getByRole('dialog', { name: /^Expectations of/ });
  await dialog.getByRole('button', { name: 'Add expectation' }).click();
  await dialog.getByLabel('Outcome').selectOption('function error');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await consolePage.invoke();
  await consolePage.expectOutcome('success');
  const strip = result.getByRole('group', { name: 'Expectations of the preset' });
  await strip.getByRole('button', { name: '1 of 2 expectations hold' }).click();
  await expect(strip).toContainText('Outcome is function errorfails: success');

  await expectLastValue();
  await expect(dialog.getByLabel('Path').last()).toHaveValue('$.message');
  await expectNoViolation(page, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await strip.getByRole('button', { name: 'Expect', exact: true }).click();
  await page.getByRole('menuitem', { name: 'This status code: 200' }).click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(strip).toContainText('2 of 3 expectations hold');
  await expect(line).toContainText('Expectations (3)');
  // The draft knows the preset as it is now: saving it is no conflict.
  await expect(line).toContainText('unchanged');

  await page.keyboard.press('ControlOrMeta+Shift+s');
  await expect(saving).toContainText('With 3 expectations: $.message equals "Hello, Ada!" and 2 more.');
  await saving.getByLabel('Name').fill('Another');
  await saving.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(line).toContainText('Preset Another');
  await expect(line).toContainText('Expectations (3)');
  await strip.getByRole('button', { name: 'Expect', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Check on stored runs…' }).click();
  await page.getByRole('dialog', { name: 'Expectations on stored runs' }).waitFor();
  await expectNoViolation(page, '[role="dialog"]');
});
