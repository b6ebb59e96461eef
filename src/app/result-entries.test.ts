import { expect, test, vi } from 'vitest';
import type { ResultHandle } from '../features/result/result-handle.ts';
import { run } from '../state/state.fixture.ts';
import type { Run } from '../state/types.ts';
import { resultEntries } from './result-entries.ts';

const start = 'START RequestId: 0c1d0a5e-0000-4000-8000-000000000000 Version: $LATEST';
const error = '2026-05-01T10:00:00.000Z\t0c1d0a5e-0000-4000-8000-000000000000\tERROR\tno such order';

function withLog(text: string): Run {
  const log = { base64: '', text, truncated: false };
  const output = { statusCode: 200, headers: {}, payload: new Uint8Array(), logResult: log };
  return run({ outcome: 'success', result: { ok: true, output } as unknown as Run['result'] });
}

test('the palette offers the levels that the log of this result has, and does what their buttons do', () => {
  const toggleLogLevel = vi.fn();
  const entries = resultEntries(withLog(`${start}\n${error}\n`), {
    current: { toggleLogLevel } as unknown as ResultHandle,
  });
  expect(entries.map(({ label }) => label)).toEqual([
    'Log level Platform: show or hide',
    'Log level Error: show or hide',
    'Log times: time of day or milliseconds',
    'Save shown log rows as CSV',
  ]);
  entries[1]?.run();
  expect(toggleLogLevel).toHaveBeenCalledWith('error');
});

test('no result, and a result without a log, offer nothing of it', () => {
  expect(resultEntries(null, { current: null })).toEqual([]);
  expect(resultEntries(withLog(''), { current: null })).toEqual([]);
});
