import type { InitOutcome, RunOutcome } from './environment.ts';
import { type ErrorDocument, exited, responseTooLarge, timedOut } from './error-documents.ts';

/** How an invocation ended, in Lambda's terms. */
export interface Verdict {
  /** `error`: the handler failed; `failure`: its process did; as in the Telemetry API. */
  status: 'success' | 'error' | 'failure' | 'timeout';
  payload: Buffer;
  errorType?: string;
  /** What Lambda adds to the log before END. */
  lines: string[];
}

export interface VerdictFacts {
  requestId: string;
  timeoutSeconds: number;
  /** What a streaming handler wrote when the caller wants a payload; undefined when it is too much for one. */
  collected: Buffer | undefined;
}

export function toVerdict(outcome: RunOutcome | InitOutcome, facts: VerdictFacts): Verdict {
  const { requestId, timeoutSeconds } = facts;
  switch (outcome.kind) {
    case 'ready':
      return success(Buffer.alloc(0));
    case 'response':
      return success(outcome.body);
    case 'streamed':
      if (outcome.errorDocument !== undefined) return handlerError(outcome.errorDocument);
      return facts.collected ? success(facts.collected) : platformError(responseTooLarge(), 'error');
    case 'error':
      return handlerError(outcome.document);
    case 'too-large':
      return platformError(responseTooLarge(), 'error');
    case 'timed-out': {
      const line = `${new Date().toISOString()} ${requestId} Task timed out after ${timeoutSeconds.toFixed(2)} seconds\n`;
      return platformError(timedOut(requestId, timeoutSeconds), 'timeout', [line]);
    }
    case 'ended': {
      const document = exited(requestId, outcome.end);
      return platformError(document, 'failure', [document.errorMessage, document.errorType]);
    }
  }
}

function success(payload: Buffer): Verdict {
  return { status: 'success', payload, lines: [] };
}

function platformError(document: ErrorDocument, status: Verdict['status'], lines: string[] = []): Verdict {
  const payload = Buffer.from(JSON.stringify(document), 'utf8');
  return { status, errorType: document.errorType, payload, lines };
}

/** The document that RIC made of what the handler threw. */
function handlerError(document: string): Verdict {
  return {
    status: 'error',
    errorType: errorTypeOf(document),
    payload: Buffer.from(document, 'utf8'),
    lines: [],
  };
}

function errorTypeOf(document: string): string {
  try {
    const value: unknown = JSON.parse(document);
    const errorType: unknown =
      value !== null && typeof value === 'object' ? Reflect.get(value, 'errorType') : '';
    return typeof errorType === 'string' ? errorType : '';
  } catch {
    return '';
  }
}
