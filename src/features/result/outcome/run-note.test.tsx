import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { failure, run } from '../../../state/state.fixture.ts';
import type { Run } from '../../../state/types.ts';
import { resultFacts } from '../result-facts.ts';
import { RunNote } from './run-note.tsx';

async function show(ended: Run) {
  const opened: string[] = [];
  const outcome = ended.outcome ?? 'not-sent';
  const screen = await render(
    <RunNote
      {...{ run: ended, outcome }}
      facts={resultFacts(ended)}
      onTab={() => undefined}
      onCredentials={() => opened.push('credentials')}
    />,
  );
  return { opened, button: screen.getByRole('button', { name: /credentials$/ }) };
}

function refused(code: string): Run {
  const refusal = { code, message: 'Held back.', nextStep: 'Do something.' };
  return run({ outcome: 'not-sent', refusal });
}

describe('a run that its credentials held up leads to them', () => {
  test.each([
    ['credentials-expired', 'Renew credentials'],
    ['no-credentials', 'Open credentials'],
    ['session-needed', 'Open credentials'],
    ['vault-locked', 'Open credentials'],
  ])('refused as %s', async (code, name) => {
    const { button, opened } = await show(refused(code));
    await expect.element(button).toHaveTextContent(name);
    await button.click();
    expect(opened).toEqual(['credentials']);
  });

  test('and so does one that AWS calls expired', async () => {
    const error = { kind: 'credentials', code: 'ExpiredTokenException', statusCode: 403 } as const;
    const result = failure({ ...error, mayHaveRun: 'no' });
    const { button, opened } = await show(run({ outcome: 'rejected', result }));
    await expect.element(button).toHaveTextContent('Renew credentials');
    await button.click();
    expect(opened).toEqual(['credentials']);
  });

  test('but no other refusal does', async () => {
    const { button } = await show(refused('read-only'));
    await expect.element(button).not.toBeInTheDocument();
  });
});
