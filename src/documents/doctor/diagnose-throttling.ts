import type { AnswerFacts } from './answer-facts.ts';
import type { Diagnosis } from './doctor-types.ts';

/** Which limit was reached, by the API's Reason, and what raises it. */
export function diagnoseThrottling({ error }: AnswerFacts): Diagnosis {
  const found = throttleReasons.find(([pattern]) => pattern.test(error.reason ?? ''));
  if (!found) {
    return {
      layer: 'throttling',
      title: 'Throttled',
      meaning: 'A limit on requests or concurrency was reached.',
      unknown:
        'Which one: the answer names no reason. The metrics Throttles and ConcurrentExecutions of the function tell.',
      fixes: [{ kind: 'text', text: 'Wait a moment and invoke again.' }],
    };
  }
  const [, title, fix] = found;
  return {
    layer: 'throttling',
    title,
    meaning: `The service’s reason is ${error.reason}. The function was not run.`,
    fixes: [{ kind: 'text', text: fix }],
  };
}

const throttleReasons: readonly (readonly [RegExp, string, string])[] = [
  [
    /^ReservedFunctionConcurrent/,
    'The concurrency reserved for this function is in use',
    'Raise its reserved concurrency, or wait. With 0 reserved it never runs.',
  ],
  [
    /^ConcurrentInvocation/,
    'All concurrency of the account in this region is in use',
    'Wait, or request a higher quota for concurrent executions (Service Quotas, L-B99A9384).',
  ],
  [
    /^(?:Reserved)?FunctionInvocationRate/,
    'The function is invoked too often a second',
    'A function may be invoked ten times a second for each unit of its concurrency: raise that, or slow down.',
  ],
  [
    /^CallerRate/,
    'These credentials send too many requests a second',
    'Slow down: this limit is for all calls of this caller together.',
  ],
  [
    /^ConcurrentSnapshot/,
    'Lambda makes as many SnapStart snapshots as it may at once',
    'Wait until they are done.',
  ],
];
