import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { newDraft } from '../../state/draft.ts';
import type { Draft } from '../../state/types.ts';
import { MoreOptions } from './more-options.tsx';

function Options(fields: Partial<Draft>) {
  const [draft, setDraft] = useState(newDraft('d1', fields));
  const [wanted, setWanted] = useState<'traceId' | null>(null);
  const onChange = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  return (
    <>
      <button type="button" onClick={() => setWanted('traceId')}>
        Go to Trace ID
      </button>
      <MoreOptions
        {...{ draft, onChange, wanted }}
        problems={new Map()}
        notes={{}}
        onReached={() => setWanted(null)}
      />
    </>
  );
}

const tenant = page.getByRole('textbox', { name: 'Tenant ID' });

test('options that are used are in sight, and those of which none is are folded', async () => {
  const used = await render(<Options tenantId="blue" />);
  await expect.element(tenant).toHaveValue('blue');
  await expect.element(page.getByText('More options · 1 set')).toBeVisible();
  await used.unmount();
  await render(<Options />);
  await expect.element(page.getByText('More options')).toBeVisible();
  await expect.element(tenant).not.toBeInTheDocument();
});

test('a field that is cleared stays, with the focus in it', async () => {
  await render(<Options tenantId="b" />);
  await userEvent.click(tenant);
  await userEvent.keyboard('{Backspace}');
  await expect.element(tenant).toHaveValue('');
  await expect.element(tenant).toHaveFocus();
  await expect.element(tenant).toBeVisible();
});

test('a box that is asked for by name is unfolded and has the focus, each time', async () => {
  await render(<Options />);
  const trace = page.getByRole('textbox', { name: 'Trace ID' });
  await userEvent.click(page.getByRole('button', { name: 'Go to Trace ID' }));
  await expect.element(trace).toHaveFocus();
  await userEvent.click(page.getByText('More options'));
  await expect.element(trace).not.toBeInTheDocument();
  await userEvent.click(page.getByText('More options'));
  await expect.element(trace).toBeVisible();
  await expect.element(trace).not.toHaveFocus();
  await userEvent.click(page.getByRole('button', { name: 'Go to Trace ID' }));
  await expect.element(trace).toHaveFocus();
});
