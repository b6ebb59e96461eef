import { useState } from 'react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import './base.css';
import { TabPanel, Tabs } from './tabs.tsx';

function Example() {
  const [tab, setTab] = useState<'response' | 'log' | 'headers'>('response');
  return (
    <Tabs
      label="Result views"
      value={tab}
      onChange={setTab}
      tabs={[
        { id: 'response', label: 'Response' },
        { id: 'log', label: 'Log', badge: '7', tone: 'warn' },
        { id: 'headers', label: 'Headers' },
      ]}
    >
      <TabPanel id="response" keepMounted>
        <input aria-label="kept" />
      </TabPanel>
      <TabPanel id="log">log text</TabPanel>
      <TabPanel id="headers">header text</TabPanel>
    </Tabs>
  );
}

test('arrows, Home and End choose at once, and only the chosen tab is a stop of Tab', async () => {
  const screen = await render(<Example />);
  await userEvent.keyboard('{Tab}');
  await expect.element(screen.getByRole('tab', { name: 'Response' })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(screen.getByRole('tab', { name: /^Log/ })).toHaveFocus();
  await expect.element(screen.getByRole('tabpanel', { name: /^Log/ })).toHaveTextContent('log text');
  await userEvent.keyboard('{End}{ArrowRight}');
  await expect
    .element(screen.getByRole('tab', { name: 'Response' }))
    .toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Home}{ArrowLeft}');
  await expect.element(screen.getByRole('tab', { name: 'Headers' })).toHaveFocus();
  expect(document.querySelectorAll('[role="tab"][tabindex="0"]')).toHaveLength(1);
});

test('a kept panel keeps what it holds, the others go', async () => {
  const screen = await render(<Example />);
  await userEvent.type(screen.getByRole('textbox', { name: 'kept' }), 'text');
  await userEvent.click(screen.getByRole('tab', { name: 'Headers' }));
  await expect.element(screen.getByRole('textbox', { name: 'kept' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('tab', { name: 'Response' }));
  await expect.element(screen.getByRole('textbox', { name: 'kept' })).toHaveValue('text');
  expect(document.body.textContent).not.toContain('header text');
});
