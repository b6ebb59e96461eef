import { type InvokeError, parseFunctionName } from '../../core/index.ts';
import type { AnswerFacts } from './answer-facts.ts';
import { clockDifference, clockWords } from './clock-difference.ts';
import { diagnoseCredentials } from './diagnose-credentials.ts';
import { diagnoseMissingFunction } from './diagnose-missing-function.ts';
import { diagnoseRelay } from './diagnose-relay.ts';
import { diagnoseThrottling } from './diagnose-throttling.ts';
import type { Diagnosis, Fix } from './doctor-types.ts';
import { iamStatement, missingPermission } from './iam-statement.ts';

/** Names the layer behind an answer that is no result; undefined when the error's own words say it all. */
export function diagnoseAnswer(facts: AnswerFacts): Diagnosis | undefined {
  const { error } = facts;
  const relay = diagnoseRelay(error);
  if (relay) return relay;
  const region = wrongRegion(facts);
  if (region) return region;
  return judges[error.kind]?.(facts);
}

type Judge = (facts: AnswerFacts) => Diagnosis | undefined;

const judges: Partial<Record<InvokeError['kind'], Judge>> = {
  'clock-skew': clock,
  credentials: (facts) => (isSkewed(facts) ? clock(facts) : diagnoseCredentials(facts)),
  'access-denied': permission,
  'not-found': diagnoseMissingFunction,
  throttled: diagnoseThrottling,
  'bad-response': notLambda,
};

/** The scope of the signature, or the ARN, names another region than the endpoint. */
function wrongRegion({ error, region, functionName }: AnswerFacts): Diagnosis | undefined {
  const scoped = /scoped to a valid region, not '([^']*)'/.exec(error.message);
  const parsed = parseFunctionName(functionName);
  const arnRegion = parsed.ok ? parsed.region : undefined;
  const isElsewhere = error.kind === 'not-found' && arnRegion !== undefined && arnRegion !== region;
  if (!scoped && !isElsewhere) return undefined;
  return {
    layer: 'region',
    title: 'Wrong region',
    meaning: scoped
      ? `The request was signed for ${scoped[1] || region}, and this endpoint belongs to another region.`
      : `The ARN names ${arnRegion}, the connection is to ${region}: each region knows only its own functions.`,
    fixes: [
      {
        kind: 'text',
        text: scoped
          ? 'Choose in the connection the region that the endpoint belongs to.'
          : `Use a connection to ${arnRegion}.`,
      },
      { kind: 'credentials' },
    ],
  };
}

function isSkewed({ error, attempts }: AnswerFacts): boolean {
  const difference = clockDifference(attempts, error);
  return /signature/i.test(error.code ?? '') && difference !== undefined && Math.abs(difference) > 240_000;
}

function clock({ error, attempts }: AnswerFacts): Diagnosis {
  const difference = clockDifference(attempts, error);
  return {
    layer: 'clock',
    title:
      difference === undefined
        ? 'The clock of this device is wrong'
        : `The clock of this device is ${clockWords(difference)}`,
    meaning: 'A signature carries the time, and AWS accepts at most 5 minutes of difference.',
    ...(difference === undefined
      ? {
          unknown:
            'By how much: this endpoint does not share its Date with web pages. Compare with a clock you trust.',
        }
      : {}),
    fixes: [{ kind: 'text', text: 'Let the system set its time from the network, then invoke again.' }],
  };
}

function permission(facts: AnswerFacts): Diagnosis {
  const missing = missingPermission(facts.error.message, facts);
  const who = missing.principal === undefined ? 'These credentials' : missing.principal;
  const fixes: Fix[] = missing.isDenied
    ? [
        {
          kind: 'text',
          text: `Find the statement that denies it${missing.policy ? ` in the ${missing.policy}` : ''}: a Deny wins over every Allow.`,
        },
      ]
    : [{ kind: 'copy', label: 'Statement to add to a policy of this identity', text: iamStatement(missing) }];
  return {
    layer: 'permission',
    title: missing.isDenied
      ? `A policy denies ${missing.action}`
      : `The permission ${missing.action} is missing`,
    meaning: `${who} may not do this on ${missing.resources[0] ?? 'this function'}.`,
    ...(missing.isDenied
      ? {}
      : {
          unknown:
            'Whether the policy of the function, the organisation or a boundary stands in the way as well. DryRun checks the permission and runs nothing.',
        }),
    fixes: [...fixes, { kind: 'dry-run' }],
  };
}

function notLambda({ error }: AnswerFacts): Diagnosis | undefined {
  if (error.code !== undefined) return undefined;
  return {
    layer: 'not-lambda',
    title: 'Something else answered in place of Lambda',
    meaning:
      'The answer is no answer of the API: a proxy, a sign-in page of a network, or another server at this address.',
    fixes: [{ kind: 'check' }],
  };
}
