import { encodeBase64 } from '../../documents/base64.ts';
import type { Run } from '../../state/types.ts';
import { copyText } from '../../ui/copy-text.ts';
import { showToast } from '../../ui/toast.ts';
import { copyRunAs } from './copy-as/copy-run-as.ts';
import { logCsv, saveLog, saveText } from './log/log-export.ts';
import { filterRows, type LogFilter } from './log/log-filter.ts';
import { logRows } from './log/log-rows.ts';
import { readResponseBody } from './response/response-body.ts';
import { extensionOf } from './response/response-views.ts';
import { saveBytes } from '../../ui/save-bytes.ts';
import type { ResultFacts } from './result-facts.ts';
import type { ResultHandle } from './result-handle.ts';

type TakingActions = Pick<
  ResultHandle,
  'copyResponse' | 'saveResponse' | 'copyRequestId' | 'copyLog' | 'saveLog' | 'copyAs'
>;

/** What is taken along of a result, to the clipboard or into a file. */
export function takingActions(run: Run, facts: ResultFacts): TakingActions {
  return {
    copyResponse: () => withBody(facts.body, copyBody),
    saveResponse: () => withBody(facts.body, (bytes) => saveBody(bytes, run.request.functionName)),
    copyRequestId: () => {
      if (facts.requestId === undefined) sayMissing('This run has no request ID');
      else copyText(facts.requestId, 'Request ID copied');
    },
    copyLog: () => withLog(facts, (text) => copyText(text, 'Log copied')),
    saveLog: () => withLog(facts, saveLog),
    copyAs: (format) => void copyRunAs(run, format),
  };
}

export function sayMissing(title: string): void {
  showToast({ title, tone: 'warn' });
}

export function saveLogRows(facts: ResultFacts, filter: LogFilter): void {
  withLog(facts, (text) => saveText(logCsv(filterRows(logRows(text), filter)), 'lambda-log.csv'));
}

function withBody(bytes: Uint8Array | undefined, act: (bytes: Uint8Array) => void): void {
  if (bytes === undefined || bytes.length === 0) sayMissing('This run has no response');
  else act(bytes);
}

function withLog({ log }: ResultFacts, act: (text: string) => void): void {
  if (log === undefined || log.text === '') sayMissing('This run has no log tail');
  else act(log.text);
}

function copyBody(bytes: Uint8Array): void {
  const { kind, text } = readResponseBody(bytes);
  if (kind === 'binary') copyText(encodeBase64(bytes), 'Response copied as base64');
  else copyText(text, 'Response copied');
}

function saveBody(bytes: Uint8Array, functionName: string): void {
  saveBytes(bytes, `${functionName}.${extensionOf(readResponseBody(bytes))}`);
}
