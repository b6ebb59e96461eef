import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import type { MayHaveRun } from '../../../core/index.ts';
import { seriesLane } from '../../../state/run-id.ts';
import { attempt, failure, run, runRequest } from '../../../state/state.fixture.ts';
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

describe('a run that its owner stopped says what goes on', () => {
  const notes = async (mayHaveRun: MayHaveRun, stream = false): Promise<string> => {
    const stopped = run({
      outcome: 'cancelled',
      request: runRequest({ stream }),
      result: failure({ kind: 'aborted', mayHaveRun }),
    });
    await show(stopped);
    return document.body.textContent;
  };

  test('nothing, before the send', async () => {
    expect(await notes('no')).toContain('The request had not been sent: nothing goes on.');
  });

  test('nothing, while a refused request waits for its next attempt', async () => {
    await show(
      run({
        outcome: 'cancelled',
        attempts: [{ ...attempt(), statusCode: 429, retryDelayMs: 900 }],
        result: failure({ kind: 'aborted', mayHaveRun: 'no' }),
      }),
    );
    expect(document.body.textContent).toContain('Lambda had refused the request, and it was not sent again');
  });

  test('nothing, of a DryRun', async () => {
    const request = runRequest({ invocationType: 'DryRun' });
    const result = failure({ kind: 'aborted', mayHaveRun: 'no' });
    await show(run({ outcome: 'cancelled', request, attempts: [attempt()], result }));
    expect(document.body.textContent).toContain('A DryRun runs nothing');
  });

  test('the function, after it', async () => {
    expect(await notes('unknown')).toContain('Lambda goes on with this invocation and bills it');
    expect(await notes('yes', true)).toContain('Lambda goes on with this invocation and bills it');
  });

  test('and not a function whose response was on its way', async () => {
    const text = await notes('yes');
    expect(text).toContain('The response was on its way; what came is kept.');
    expect(text).toContain('The function ran; the answer is incomplete.');
    expect(text).not.toContain('goes on');
  });
});

describe('a run that was cut off may have run', () => {
  const cutOff = async (draftId: string): Promise<string> => {
    await show(run({ draftId, outcome: 'unknown', interrupted: true }));
    const mayHaveRun = document.querySelector('[data-field="may-have-run"]');
    expect(mayHaveRun?.getAttribute('data-value')).toBe('unknown');
    return document.body.textContent;
  };

  test('when it was the only one', async () => {
    const text = await cutOff('d1');
    expect(text).toContain('The page was closed or reloaded before an answer came.');
    expect(text).not.toContain('one of many');
  });

  test('and one of many may have been ahead of its turn, or have ended already', async () => {
    const text = await cutOff(`${seriesLane}one-3`);
    expect(text).toContain('before its end was recorded.');
    expect(text).toContain('may still have waited for its turn, so that nothing was sent');
    expect(text).toContain('or have ended in the quarter of a second before');
  });
});

test('an answer without a message is not quoted', async () => {
  await show(
    run({
      outcome: 'unknown',
      result: failure({ kind: 'service', message: 'UnknownError', statusCode: 504, mayHaveRun: 'unknown' }),
    }),
  );
  const message = document.querySelector('[data-field="error-message"]');
  expect(message?.textContent).toBe('The answer has no message of its own.');
  expect(message?.getAttribute('data-value')).toBe('UnknownError');
});
