import { expect, test } from 'vitest';
import { newDraft, toRunRequest } from '../state/draft.ts';
import { connection, failure, run } from '../state/state.fixture.ts';
import type { Draft } from '../state/types.ts';
import { refusedPlace } from './refused-place.ts';

const draft = newDraft('d', { functionName: 'my function!', traceId: 'x' });

function refused(fields: readonly string[], asked: Draft = draft) {
  const problems = fields.map((field) => ({ field, message: `${field} is wrong` }));
  return run({
    draftId: 'd',
    outcome: 'not-sent',
    request: toRunRequest(asked, connection()),
    result: failure({ problems }),
  });
}

test('the first field of the page that was refused is where to go', () => {
  expect(refusedPlace(refused(['clientContext', 'traceId', 'functionName']), draft)).toBe('function');
  expect(refusedPlace(refused(['clientContext', 'traceId']), draft)).toBe('traceId');
  expect(refusedPlace(refused(['clientContext']), draft)).toBe('client-context');
});

test('a field that was corrected meanwhile is none to go to', () => {
  expect(refusedPlace(refused(['functionName']), { ...draft, functionName: 'mine' })).toBeNull();
});

test('a run that was sent leads nowhere', () => {
  expect(refusedPlace(run({ draftId: 'd', outcome: 'success' }), draft)).toBeNull();
});
