import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { payloadFromBytes } from '../../documents/payload.ts';
import type { PresetChoice } from './sample-choice.ts';
import { SamplesDialog, type SamplesDialogProps } from './samples-dialog.tsx';

const mine: PresetChoice = {
  id: 'mine',
  name: 'A gift order',
  functionName: 'orders-create',
  tags: ['gift'],
  payload: async () => payloadFromBytes(new TextEncoder().encode('{"gift":true}')),
  open: vi.fn<() => void>(),
};

async function opened(props: Partial<SamplesDialogProps> = {}) {
  const told = {
    onOpenChange: vi.fn<SamplesDialogProps['onOpenChange']>(),
    onKeep: vi.fn<SamplesDialogProps['onKeep']>(),
    onUse: vi.fn<SamplesDialogProps['onUse']>(),
    onOpenDraft: vi.fn<SamplesDialogProps['onOpenDraft']>(),
  };
  const screen = await render(
    <QueryClientProvider client={new QueryClient()}>
      <SamplesDialog
        open
        presets={[mine]}
        kept={{}}
        region="eu-west-1"
        ports={() => ({ now: new Date('2026-03-14T09:26:53.589Z'), seed: 'test' })}
        takeEarlyKeys={() => ''}
        onUsed={() => undefined}
        {...told}
        {...props}
      />
    </QueryClientProvider>,
  );
  const search = screen.getByRole('combobox', { name: 'Search events and presets' });
  await expect.element(search).toHaveFocus();
  return { screen, search, ...told };
}

const textOf = (payload: { bytes: Uint8Array } | undefined): string =>
  new TextDecoder().decode(payload?.bytes);

test('an event is found, filled in and used by keys alone, and what was filled in is kept', async () => {
  const { screen, onUse, onKeep } = await opened();
  await userEvent.keyboard('sqs one');
  await userEvent.keyboard('{Enter}');
  const queue = screen.getByRole('textbox', { name: 'Queue' });
  await expect.element(queue).toHaveFocus();
  await queue.fill('returns');
  await userEvent.keyboard('{Enter}');
  const [payload] = onUse.mock.calls[0] ?? [];
  expect(payload).toMatchObject({ title: 'SQS, One message', eventType: 'sqs' });
  expect(JSON.parse(textOf(payload))).toMatchObject({
    Records: [{ eventSourceARN: 'arn:aws:sqs:eu-west-1:123456789012:returns' }],
  });
  expect(onKeep).toHaveBeenLastCalledWith({ 'sqs-one': { queue: 'returns', region: 'eu-west-1' } });
});

test('the arrow keys go through the list, and the preview follows the form', async () => {
  const { screen } = await opened();
  await userEvent.keyboard('s3 object created{ArrowDown}');
  await expect.element(screen.getByRole('heading', { name: 'S3 Object created, copy' })).toBeVisible();
  await screen.getByRole('textbox', { name: 'Region' }).fill('eu-north-1');
  await expect
    .element(screen.getByRole('region', { name: 'Preview' }))
    .toHaveTextContent('"awsRegion": "eu-north-1"');
});

test('a form that is wrong says so at its field, and nothing is used', async () => {
  const { screen, onUse } = await opened();
  await userEvent.keyboard('sqs batch');
  const count = screen.getByRole('textbox', { name: 'Messages' });
  await count.fill('many');
  await expect.element(screen.getByText('A whole number from 1 to 100.')).toBeVisible();
  await screen.getByRole('button', { name: 'Use as payload' }).click();
  await expect.element(count).toHaveFocus();
  expect(onUse).not.toHaveBeenCalled();
});

test('an event whose form begins with a field of several lines is used by keys too', async () => {
  const { screen, onUse } = await opened();
  await userEvent.keyboard('iot rule{Enter}');
  const message = screen.getByRole('textbox', { name: 'Message' });
  await expect.element(message).toHaveFocus();
  await message.fill('{"n":1.50}');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(JSON.parse(textOf(onUse.mock.calls[0]?.[0]))).toEqual({ n: 1.5 });
});

test('what was kept is there again, until the form is reset', async () => {
  const { screen } = await opened({ kept: { 'sqs-one': { queue: 'returns' } } });
  await userEvent.keyboard('sqs one');
  const queue = screen.getByRole('textbox', { name: 'Queue' });
  await expect.element(queue).toHaveValue('returns');
  await screen.getByRole('button', { name: 'Reset' }).click();
  await expect.element(queue).toHaveValue('orders');
});

test('presets of the person’s own are found in the same box, and give their payload', async () => {
  const { screen, onUse } = await opened();
  await userEvent.keyboard('gift order');
  await expect.element(screen.getByRole('region', { name: 'Preview' })).toHaveTextContent('"gift"');
  await userEvent.keyboard('{Enter}{Enter}');
  await screen.getByRole('button', { name: 'Use as payload' }).click();
  expect(textOf(onUse.mock.calls[0]?.[0])).toBe('{"gift":true}');
});

test('an event opens as a draft of its own', async () => {
  const { screen, onOpenDraft, onUse } = await opened();
  await userEvent.keyboard('alexa');
  await screen.getByRole('button', { name: 'Open in a new draft' }).click();
  expect(onOpenDraft.mock.calls[0]?.[0].title).toBe('Alexa, Skill, intent request');
  expect(onUse).not.toHaveBeenCalled();
});
