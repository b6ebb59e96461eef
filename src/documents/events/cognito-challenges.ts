import { attributes, trigger, user } from './cognito.ts';
import { choice, text } from './fields.ts';
import { sampleEvent } from './sample-event.ts';

const service = 'Cognito';
const result = choice('Last challenge', ['passed', 'failed']);

const session = (passed: boolean) => [
  { challengeName: 'SRP_A' as const, challengeResult: true },
  { challengeName: 'CUSTOM_CHALLENGE' as const, challengeResult: passed, challengeMetadata: 'EMAIL_CODE' },
];

const define = sampleEvent({
  id: 'cognito-define-challenge',
  service,
  title: 'Define auth challenge',
  says: 'Custom authentication asks what comes next: a challenge, tokens, or a refusal.',
  eventType: 'cognito-define-challenge',
  fields: { result, ...user },
  build: ({ result: last, email, ...of }, make) => ({
    ...trigger({ ...of, source: 'DefineAuthChallenge_Authentication' as const }, make),
    request: {
      userAttributes: attributes(of.userName, email),
      session: session(last === 'passed'),
      userNotFound: false,
    },
    response: { challengeName: null, issueTokens: null, failAuthentication: null },
  }),
});

const create = sampleEvent({
  id: 'cognito-create-challenge',
  service,
  title: 'Create auth challenge',
  says: 'Custom authentication asks for the challenge itself.',
  eventType: 'cognito-create-challenge',
  fields: { result, ...user },
  build: ({ result: last, email, ...of }, make) => ({
    ...trigger({ ...of, source: 'CreateAuthChallenge_Authentication' as const }, make),
    request: {
      userAttributes: attributes(of.userName, email),
      challengeName: 'CUSTOM_CHALLENGE',
      session: session(last === 'passed'),
      userNotFound: false,
    },
    response: { publicChallengeParameters: null, privateChallengeParameters: null, challengeMetadata: null },
  }),
});

const verify = sampleEvent({
  id: 'cognito-verify-challenge',
  service,
  title: 'Verify auth challenge response',
  says: 'Custom authentication asks whether an answer is right.',
  eventType: 'cognito-verify-challenge',
  fields: { answer: text('Answer', '440187'), expected: text('Expected', '440187'), ...user },
  build: ({ answer, expected, email, ...of }, make) => ({
    ...trigger({ ...of, source: 'VerifyAuthChallengeResponse_Authentication' as const }, make),
    request: {
      userAttributes: attributes(of.userName, email),
      privateChallengeParameters: { answer: expected },
      challengeAnswer: answer,
      userNotFound: false,
    },
    response: { answerCorrect: false },
  }),
});

const customEmail = sampleEvent({
  id: 'cognito-custom-email',
  service,
  title: 'Custom email sender',
  says: 'A mail is to be sent by a function. The code is encrypted: this one is random bytes.',
  eventType: 'cognito-custom-email',
  fields: user,
  build: ({ email, ...of }, make) => ({
    ...trigger({ ...of, source: 'CustomEmailSender_SignUp' as const }, make),
    request: {
      type: 'customEmailSenderRequestV1' as const,
      code: make.base64(180),
      clientMetadata: {},
      userAttributes: attributes(of.userName, email),
    },
    response: {},
  }),
});

export const cognitoChallenges = { define, create, verify, customEmail };
