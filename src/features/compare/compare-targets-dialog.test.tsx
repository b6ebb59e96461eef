import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { InvokeResult } from '../../core/index.ts';
import { createCompareStore } from '../../state/compare-store.ts';
import { createConnectionStore } from '../../state/connection-store.ts';
import { createCredentialMemory } from '../../state/credential-memory.ts';
import { newDraft } from '../../state/draft.ts';
import { createIgnoredPaths } from '../../state/ignored-paths.ts';
import { setUp } from '../../state/run-service.fixture.ts';
import { createSettingsStore } from '../../state/settings-store.ts';
import { answer, connection, failure, runRequest, textStorage } from '../../state/state.fixture.ts';
import type { ComparePort } from './compare-port.ts';
import { CompareTargetsDialog } from './compare-targets-dialog.tsx';

const json = (text: string): InvokeResult => answer({ payload: new TextEncoder().encode(text) });

function port(answers: Record<string, InvokeResult>): ComparePort & { sent: string[] } {
  const sent: string[] = [];
  const invoke = async ({ qualifier = '' }: { qualifier?: string }): Promise<InvokeResult> => {
    sent.push(qualifier);
    return answers[qualifier] ?? failure();
  };
  const { service } = setUp({ invoke });
  let id = 0;
  const store = createCompareStore({
    service,
    monotonicMs: () => 0,
    randomUUID: () => `mark-${(id += 1)}`,
    confirm: () => Promise.resolve(true),
  });
  const storage = textStorage();
  const stores = { storage, tabStorage: storage, credentials: createCredentialMemory() };
  const connections = createConnectionStore({
    ...stores,
    fetch: () => Promise.reject(new TypeError('none')),
  });
  connections.setState({ connections: [connection()] });
  const side = (target: { connectionId: string; functionName: string; qualifier: string }) => ({
    target,
    connection: connection(),
    request: runRequest({ functionName: target.functionName, qualifier: target.qualifier }),
  });
  return {
    store,
    ignored: createIgnoredPaths(storage),
    settings: createSettingsStore(storage),
    connections,
    async start(draft, { left, right, together }) {
      store.getState().actions.start({ draftId: draft.id, left: side(left), right: side(right), together });
      return null;
    },
    suggestions: () =>
      Promise.resolve({ functions: [{ value: 'orders-next' }], qualifiers: [{ value: 'live' }] }),
    sent,
  };
}

async function compared(using: ComparePort): Promise<void> {
  const draft = newDraft('d1', { functionName: 'orders', qualifier: 'live' });
  const shared = { draft, connection: connection(), theme: 'dark', onClose: () => undefined } as const;
  await page.viewport(1000, 800);
  await render(<CompareTargetsDialog port={using} {...shared} />);
  await page.getByRole('button', { name: 'Run both' }).click();
  await expect.element(page.getByRole('button', { name: 'Run both again' })).toBeVisible();
}

test('the draft’s target and $LATEST get one run each; values are told apart from their spelling', async () => {
  const using = port({
    live: json('{"total":1.0,"at":"10:00","gone":true}'),
    $LATEST: json('{"total":1,"at":"10:01","new":[]}'),
  });
  await compared(using);
  expect(using.sent).toEqual(['live', '$LATEST']);
  const row = (name: RegExp) => page.getByRole('row', { name });
  await expect.element(row(/^Other spelling \$\.total 1\.0 1/)).toBeVisible();
  await expect.element(row(/^Changed \$\.at "10:00" "10:01"/)).toBeVisible();
  await expect.element(row(/^Removed \$\.gone true –/)).toBeVisible();
  await expect.element(row(/^Added \$\.new – \[\]/)).toBeVisible();
});

test('a path that is ignored by its row, or by its pattern, is left out, and can come back', async () => {
  const using = port({ live: json('{"a":1,"b":{"t":1}}'), $LATEST: json('{"a":2,"b":{"t":2}}') });
  await compared(using);
  await page.getByRole('button', { name: 'Ignore $.a' }).click();
  await page.getByRole('textbox', { name: 'Ignore a path' }).fill('$..t');
  await page.getByRole('button', { name: 'Ignore', exact: true }).click();
  await expect.element(page.getByText(/^Nothing differs, but for what is ignored/)).toBeVisible();
  expect(using.ignored.getState().byFunction).toEqual({ orders: ['$.a', '$..t'] });
  await page.getByRole('button', { name: 'Compare $.a again' }).click();
  await expect.element(page.getByText('1 value differs.')).toBeVisible();
});

test('on a phone each difference is a card that fits, with its two sides named', async () => {
  const long = 'x'.repeat(200);
  await compared(port({ live: json(`{"a":"${long}","b":1}`), $LATEST: json('{"a":2}') }));
  await page.viewport(390, 800);
  const group = page.getByRole('group', { name: 'Differences' });
  await expect.element(group.getByRole('row', { name: /^Removed \$\.b Left 1 Right –/ })).toBeVisible();
  const { scrollWidth, clientWidth } = group.element();
  expect(scrollWidth).toBe(clientWidth);
});

test('where one side fails, the other one still stands, with the reason beside it', async () => {
  const using = port({ $LATEST: json('"well"') });
  await compared(using);
  await expect.element(page.getByText('Left: network')).toBeVisible();
  await expect
    .element(page.getByRole('row', { name: /^Outcome Outcome unknown Succeeded differs/ }))
    .toBeVisible();
  await expect.element(page.getByText('The left response is no JSON: compare them as text.')).toBeVisible();
});

test('answers too large to be marked are told to differ, and still compared path by path', async () => {
  const list = (last: number): InvokeResult =>
    json(JSON.stringify([...Array.from({ length: 60_000 }, () => 1), last]));
  await compared(port({ live: list(1), $LATEST: list(2) }));
  await expect.element(page.getByRole('row', { name: /^Changed \$\[60000\] 1 2/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Response · differs' }).click();
  await expect.element(page.getByText(/^Response: both differ, and are too large/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Save left' })).toBeVisible();
});

test('the boxes of a side propose what the draft’s own boxes do', async () => {
  await compared(port({ live: json('1'), $LATEST: json('1') }));
  await page.getByRole('combobox', { name: 'Right function' }).fill('next');
  await page.getByRole('option', { name: 'orders-next' }).click();
  await expect.element(page.getByRole('combobox', { name: 'Right function' })).toHaveValue('orders-next');
});
