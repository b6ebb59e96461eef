import type { AnswerFacts } from './answer-facts.ts';
import type { Diagnosis } from './doctor-types.ts';

/** Which of the things that credentials can be it is: expired, absent, half, unknown here, or wrong. */
export function diagnoseCredentials(facts: AnswerFacts): Diagnosis {
  const [title, meaning] = expired(facts) ?? incomplete(facts) ?? refused(facts);
  return { layer: 'credentials', title, meaning, fixes: [{ kind: 'credentials' }] };
}

type Words = [title: string, meaning: string];

function expired({ error, credentials: keys, now }: AnswerFacts): Words | undefined {
  const end = keys?.expiration;
  const hasEnded = end !== undefined && end.getTime() <= now.getTime();
  if (!hasEnded && !error.code?.startsWith('Expired')) return undefined;
  const [title, past] = ['The credentials have expired', 'The session token is past its end.'];
  if (end === undefined) return [title, past];
  if (hasEnded) return [title, `The session ended at ${end.toISOString()}.`];
  return [
    title,
    `The service ended the session before its time, ${end.toISOString()}, or the clock of this device is slow.`,
  ];
}

function incomplete({ credentials: keys }: AnswerFacts): Words | undefined {
  if (keys === undefined) {
    return [
      'The request had no credentials',
      'This connection has none in memory: they are gone with the page that held them.',
    ];
  }
  if (keys.isTemporary || !keys.accessKeyPrefix.startsWith('ASIA')) return undefined;
  return [
    'The session token is missing',
    'An access key that begins with ASIA is temporary and counts only together with its session token.',
  ];
}

function refused({ error, isAws }: AnswerFacts): Words {
  if (/^(?:UnrecognizedClient|InvalidClientTokenId)/.test(error.code ?? '')) {
    return [
      'The access key or its session token is unknown here',
      isAws
        ? 'It was deleted or is inactive, or belongs to another partition: keys of aws, aws-cn and aws-us-gov count only there.'
        : 'This endpoint has other keys. Those of npm start are new at each start.',
    ];
  }
  return [
    'The secret access key does not fit, or the request was changed on its way',
    'The access key is known, and its signature is not the one that the service calculates.',
  ];
}
