import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

test('Ctrl+Enter and a press of Invoke run a real function and show everything that is known of it', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('hello');
  await console.pastePayload('{"name":"Ada"}');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(console.response).toContainText('Ada');
  await console.expectOutcome('success');
  expect(await console.value('status-code')).toBe('200');
  expect(await console.value('executed-version')).toBe('$LATEST');
  expect(await console.value('request-id')).toMatch(/^[\da-f-]{36}$/);
  expect(Number(await console.value('duration'))).toBeGreaterThan(0);
  expect(Number(await console.value('billed-duration'))).toBeGreaterThan(0);
  expect(Number(await console.value('memory-used'))).toBeGreaterThan(10);
  expect(Number(await console.value('round-trip'))).toBeGreaterThanOrEqual(
    Number(await console.value('duration')),
  );
  await expect(console.log).toContainText('START RequestId:');
  await expect(console.log).toContainText('REPORT RequestId:');
  // By the button: a key so soon after the end of a run would be the second half of a double press.
  await test.step('a warm start shows no init duration', async () => {
    await console.pastePayload('{"name":"Grace"}');
    await console.invoke();
    await expect(console.response).toContainText('Grace');
    await console.expectOutcome('success');
    await expect(console.field('init-duration')).toHaveCount(0);
  });
});

test('a function’s error, its time-out, an unknown name, an Event and a DryRun are told apart', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await test.step('a function error shows its type, message and stack', async () => {
    await console.chooseFunction('throws');
    await console.invoke();
    await console.expectOutcome('function-error');
    expect(await console.value('status-code')).toBe('200');
    expect(await console.value('function-error')).toBe('Unhandled');
    const detail = console.result.getByRole('region', { name: 'Function error' });
    await expect(detail).toContainText('throws');
    await expect(detail.getByRole('listitem').first()).toBeVisible();
  });
  await test.step('a time-out is a function error in AWS’s words', async () => {
    await console.chooseFunction('slow');
    await console.pastePayload('{"ms":60000}');
    await console.invoke();
    await console.expectOutcome('function-error');
    await expect(console.response).toContainText('Sandbox.Timedout');
    await expect(console.response).toContainText('Task timed out after');
  });
  await test.step('an unknown function is rejected, and it is said that nothing ran', async () => {
    await console.chooseFunction('no-such-function');
    await console.invoke();
    await console.expectOutcome('rejected');
    expect(await console.value('error-code')).toBe('ResourceNotFoundException');
    expect(await console.value('may-have-run')).toBe('no');
  });
  await test.step('an Event is accepted and says that there is no response to wait for', async () => {
    await console.chooseFunction('hello');
    await console.chooseType('Event');
    await console.invoke();
    await console.expectOutcome('accepted');
    expect(await console.value('status-code')).toBe('202');
    await expect(console.result).toContainText('no response to wait for');
  });
  await test.step('a DryRun is allowed and runs nothing', async () => {
    await console.chooseFunction('hello');
    await console.chooseType('DryRun');
    await console.invoke();
    await console.expectOutcome('dry-run');
    expect(await console.value('status-code')).toBe('204');
  });
});
