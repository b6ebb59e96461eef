import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { run } from '../../../state/state.fixture.ts';
import '../../../ui/base.css';
import { RunningHeader } from './running-header.tsx';

test('a run can be stopped beside its clock where a narrow window hides the request, and only there', async () => {
  let stops = 0;
  await page.viewport(390, 844);
  await render(<RunningHeader run={run()} onStop={() => (stops += 1)} />);
  const stop = page.getByRole('button', { name: 'Stop waiting' });
  await stop.click();
  expect(stops).toBe(1);
  await page.viewport(900, 844);
  await expect.poll(() => stop.query()).toBeNull();
});
