import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { userEvent } from 'vitest/browser';
import type { Expectation } from '../../documents/expectations/expectation-types.ts';
import { ExpectationStrip } from './expectation-strip.tsx';
import { ExpectationWindows } from './expectation-windows.tsx';
import { endedRun, portWith, type TestPort } from './expectations.fixture.ts';

let port: TestPort;

beforeEach(async () => {
  port = await portWith([
    { kind: 'outcome', is: 'success' },
    { kind: 'json-equals', path: '$.total', value: '12' },
    { kind: 'duration', atMostMs: 50 },
    { kind: 'not-understood', source: { kind: 'cold-start', is: false } },
  ]);
});

afterEach(() => port.dialogs.getState().actions.close());

const kept = async (): Promise<readonly Expectation[]> =>
  (await port.store.getState().actions.get(port.presetId))?.expectations ?? [];

describe('under the outcome of a run', () => {
  test('tells how many expectations hold, and which do not with what was found', async () => {
    const screen = await render(<ExpectationStrip port={port} run={endedRun('{"total": 11}')} />);
    const strip = screen.getByRole('button', { name: '1 of 4 expectations hold, 2 not known' });
    await expect.element(strip).toHaveAttribute('aria-expanded', 'false');
    await strip.click();
    const items = screen.getByRole('list', { name: 'Expectations' }).getByRole('listitem');
    await expect.element(items.nth(0)).toHaveAttribute('data-verdict', 'passed');
    await expect.element(items.nth(1)).toHaveTextContent('$.total equals 12fails: 11');
    await expect.element(items.nth(2)).toHaveTextContent('not known: no REPORT line tells the duration');
    await expect.element(items.nth(3)).toHaveAttribute('data-verdict', 'unknown');
  });

  test('shows nothing for a draft that is no preset’s', async () => {
    const run = { ...endedRun('{}'), draftId: 'other' };
    const screen = await render(<ExpectationStrip port={port} run={run} />);
    await expect.element(screen.getByRole('group')).not.toBeInTheDocument();
  });

  test('checks a large response apart from the page', async () => {
    const text = `{"filler":"${'x'.repeat(200_000)}","total":12.0}`;
    const screen = await render(<ExpectationStrip port={port} run={endedRun(text)} />);
    await expect.element(screen.getByText('2 of 4 expectations hold, 2 not known')).toBeVisible();
  });

  test('offers what the run shows as an expectation', async () => {
    const screen = await render(<ExpectationStrip port={port} run={endedRun('{"total": 12}')} />);
    await screen.getByRole('button', { name: 'Expect', exact: true }).click();
    await screen.getByRole('menuitem', { name: 'This status code: 200' }).click();
    expect(port.dialogs.getState().open).toMatchObject({
      name: 'expectations',
      add: { kind: 'status', is: 200 },
    });
  });
});

describe('the editor', () => {
  test('adds, tells a fault at its place, takes a value from the last response, and keeps what it does not understand', async () => {
    port.runs.getState().actions.begin(endedRun('{"order": {"id": "ord_1"}}'));
    const add: Expectation = { kind: 'json-equals', path: '$', value: '' };
    port.dialogs.getState().actions.show({ name: 'expectations', of: port.origin, add });
    const screen = await render(<ExpectationWindows port={port} />);
    const row = screen.getByRole('listitem', { name: 'Expectation 5' });
    await expect
      .element(screen.getByRole('listitem', { name: 'Expectation 4' }))
      .toHaveTextContent('Not understood');
    await screen.getByRole('button', { name: 'Save' }).click();
    await expect
      .element(row.getByLabelText('Value as JSON'))
      .toHaveAccessibleDescription(/A value is missing/);
    await userEvent.fill(row.getByLabelText('Path'), '$.order[');
    await expect.element(row.getByLabelText('Path')).toHaveAccessibleDescription(/At 8: A bracket holds/);
    await userEvent.fill(row.getByLabelText('Path'), '$.order.id');
    await row.getByRole('button', { name: 'Take from the last response' }).click();
    await screen.getByRole('button', { name: 'Remove expectation 2' }).click();
    await screen.getByRole('button', { name: 'Save' }).click();
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    expect(await kept()).toEqual([
      { kind: 'outcome', is: 'success' },
      { kind: 'duration', atMostMs: 50 },
      { kind: 'not-understood', source: { kind: 'cold-start', is: false } },
      { kind: 'json-equals', path: '$.order.id', value: '"ord_1"' },
    ]);
  });

  test('changes nothing else of the preset, and a draft of it knows the new revision', async () => {
    const before = await port.store.getState().actions.get(port.presetId);
    port.dialogs.getState().actions.show({ name: 'expectations', of: port.origin });
    const screen = await render(<ExpectationWindows port={port} />);
    await screen.getByRole('button', { name: 'Remove expectation 1' }).click();
    await screen.getByRole('button', { name: 'Save' }).click();
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    const after = await port.store.getState().actions.get(port.presetId);
    expect(after).toEqual({ ...before, expectations: before?.expectations.slice(1) });
    expect(port.store.getState().origins.get('d1')).toEqual({ presetId: port.presetId, revision: 2 });
  });

  test('goes on in the expectation that was added, by key and by mouse', async () => {
    port.dialogs.getState().actions.show({ name: 'expectations', of: port.origin });
    const screen = await render(<ExpectationWindows port={port} />);
    const add = screen.getByRole('button', { name: 'Add expectation' });
    const kindOf = (number: number) =>
      screen.getByRole('listitem', { name: `Expectation ${number}` }).getByLabelText('Kind');
    await add.click();
    await expect.element(kindOf(5)).toHaveFocus();
    add.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(kindOf(6)).toHaveFocus();
  });

  test('says that another tab was faster, and keeps what was typed', async () => {
    port.dialogs.getState().actions.show({ name: 'expectations', of: port.origin });
    const screen = await render(<ExpectationWindows port={port} />);
    await screen.getByRole('button', { name: 'Add expectation' }).click();
    const stored = await port.store.getState().actions.get(port.presetId);
    if (stored) await port.store.getState().actions.replace({ ...stored, name: 'Faster' }, 1);
    await screen.getByRole('button', { name: 'Save' }).click();
    await expect.element(screen.getByText(/changed or deleted meanwhile/)).toBeVisible();
    await expect.element(screen.getByRole('listitem', { name: 'Expectation 5' })).toBeVisible();
  });
});

test('stored runs of the preset are checked: those of its drafts, and those with its very payload', async () => {
  const { actions } = port.history.getState();
  await actions.complete(endedRun('{"total": 12}', { id: '0l0000001-draft' }));
  await actions.complete(endedRun('{"total": 13}', { id: '0l0000002-same', draftId: 'gone' }));
  await actions.complete(endedRun('{}', { id: '0l0000003-other', draftId: 'gone' }, '{"other":1}'));
  port.dialogs.getState().actions.show({ name: 'expectation-runs', of: port.origin });
  const screen = await render(<ExpectationWindows port={port} />);
  await expect
    .element(screen.getByRole('status'))
    .toHaveTextContent('2 runs: all expectations hold in 0, some fail in 1, not known in 1');
  const runs = screen.getByRole('list', { name: 'Stored runs' });
  await expect.element(runs).toHaveTextContent('2 of 4 expectations hold, 2 not known');
  await runs.getByText('1 of 4 expectations hold, 2 not known').click();
  await expect.element(runs.getByText('fails: 13')).toBeVisible();
});
