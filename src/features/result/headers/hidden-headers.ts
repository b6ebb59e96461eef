import type { Run } from '../../../state/types.ts';
import type { ResultFacts } from '../result-facts.ts';

/** A header of the answer that the page can't read, and where what it says is known from. */
export interface HiddenHeader {
  name: string;
  standsIn: string;
}

/**
 * The headers that matter for this run and are not among those that came. A page can't tell a header that CORS
 * hides from one that is not there.
 */
export function hiddenHeaders(run: Run, facts: ResultFacts): HiddenHeader[] {
  const { headers } = facts;
  if (headers === undefined) return [];
  return candidates.flatMap(({ name, matters, standsIn }) =>
    headers[name] === undefined && matters(run, facts) ? [{ name, standsIn: standsIn(facts, run) }] : [],
  );
}

interface Candidate {
  name: string;
  matters: (run: Run, facts: ResultFacts) => boolean;
  standsIn: (facts: ResultFacts, run: Run) => string;
}

const isSynchronous = ({ request }: Run): boolean => request.invocationType === 'RequestResponse';

const candidates: readonly Candidate[] = [
  {
    name: 'x-amzn-requestid',
    matters: () => true,
    standsIn: ({ report }) =>
      report.requestId === undefined
        ? 'Nothing: look for this run in the log by its time.'
        : `${report.requestId}, from the REPORT line of the log tail.`,
  },
  {
    name: 'x-amz-executed-version',
    matters: isSynchronous,
    standsIn: ({ executedVersion, executedVersionSource }) => {
      if (executedVersion === undefined)
        return 'Nothing. Tail log tells the version, and so does a numeric qualifier.';
      return `${executedVersion}, ${versionSources[executedVersionSource ?? 'qualifier']}.`;
    },
  },
  {
    name: 'x-amz-function-error',
    matters: (run, { functionError }) =>
      isSynchronous(run) && functionError === undefined && !run.request.stream,
    standsIn: () => 'Absent when the function succeeded. Where it is hidden, only the response can tell.',
  },
  {
    name: 'x-amz-log-result',
    matters: (run, { log }) => isSynchronous(run) && run.request.tailLog && log === undefined,
    standsIn: () => 'Nothing: the log is in CloudWatch Logs.',
  },
  {
    name: 'x-amz-durable-execution-arn',
    matters: ({ request }) => request.durableExecutionName !== '',
    standsIn: (_facts, { request }) => `The execution’s name, ${request.durableExecutionName}, finds it.`,
  },
  {
    name: 'retry-after',
    matters: (_run, { statusCode }) => statusCode === 429 || statusCode === 503,
    standsIn: () => 'A back-off that is computed here.',
  },
  {
    name: 'x-amzn-trace-id',
    matters: (_run, { report }) => report.xrayTraceId !== undefined,
    standsIn: ({ report }) => `${report.xrayTraceId}, from the log tail.`,
  },
  {
    name: 'date',
    matters: () => true,
    standsIn: () => 'Nothing: how far the clocks are apart is not known.',
  },
];

const versionSources = {
  header: 'from the header',
  log: 'from the START line of the log tail',
  qualifier: 'from the qualifier',
};
