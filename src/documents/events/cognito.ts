import { place } from './common-fields.ts';
import type { EventMaker } from './event-maker.ts';
import { choice, secret, text } from './fields.ts';
import { sampleEvent } from './sample-event.ts';

const service = 'Cognito';
/** Whom a trigger is about, in the form of each. */
export const user = {
  userName: text('User name', 'b1a4c0de-0000-4000-8000-000000000019'),
  email: text('Email', 'ada@example.com'),
  pool: text('User pool', 'us-east-1_aB3dE5fG7'),
  region: place.region,
};

interface Trigger<Source extends string> {
  source: Source;
  userName: string;
  pool: string;
  region: string;
}

/** What all triggers of a user pool begin with. */
export function trigger<Source extends string>(
  { source, userName, pool, region }: Trigger<Source>,
  make: EventMaker,
) {
  return {
    version: '1',
    triggerSource: source,
    region,
    userPoolId: pool,
    userName,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: make.lower(26) },
  };
}

/** What a pool knows of its user. */
export const attributes = (sub: string, email: string): Record<string, string> => ({
  sub,
  email_verified: 'true',
  'cognito:user_status': 'CONFIRMED',
  email,
});

const preSignUp = sampleEvent({
  id: 'cognito-pre-sign-up',
  service,
  title: 'Pre sign-up',
  says: 'A user signs up: may be refused, or confirmed at once.',
  eventType: 'cognito-pre-signup',
  fields: {
    source: choice('Trigger source', [
      'PreSignUp_SignUp',
      'PreSignUp_AdminCreateUser',
      'PreSignUp_ExternalProvider',
    ]),
    ...user,
  },
  build: ({ email, ...of }, make) => ({
    ...trigger(of, make),
    request: { userAttributes: { email }, validationData: {}, clientMetadata: {} },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  }),
});

const postConfirmation = sampleEvent({
  id: 'cognito-post-confirmation',
  service,
  title: 'Post confirmation',
  says: 'A user has confirmed an account or a forgotten password.',
  eventType: 'cognito-post-confirmation',
  fields: {
    source: choice('Trigger source', [
      'PostConfirmation_ConfirmSignUp',
      'PostConfirmation_ConfirmForgotPassword',
    ]),
    ...user,
  },
  build: ({ email, ...of }, make) => ({
    ...trigger(of, make),
    request: { userAttributes: attributes(of.userName, email), clientMetadata: {} },
    response: {},
  }),
});

const preAuthentication = sampleEvent({
  id: 'cognito-pre-authentication',
  service,
  title: 'Pre authentication',
  says: 'A user signs in: may be refused.',
  eventType: 'cognito-pre-authentication',
  fields: user,
  build: ({ email, ...of }, make) => ({
    ...trigger({ ...of, source: 'PreAuthentication_Authentication' as const }, make),
    request: { userAttributes: attributes(of.userName, email), validationData: {}, userNotFound: false },
    response: {},
  }),
});

const postAuthentication = sampleEvent({
  id: 'cognito-post-authentication',
  service,
  title: 'Post authentication',
  says: 'A user has signed in.',
  eventType: 'cognito-post-authentication',
  fields: { device: choice('New device', ['no', 'yes']), ...user },
  build: ({ device, email, ...of }, make) => ({
    ...trigger({ ...of, source: 'PostAuthentication_Authentication' as const }, make),
    request: {
      userAttributes: attributes(of.userName, email),
      newDeviceUsed: device === 'yes',
      clientMetadata: {},
    },
    response: {},
  }),
});

const tokenSource = choice('Trigger source', [
  'TokenGeneration_Authentication',
  'TokenGeneration_HostedAuth',
  'TokenGeneration_NewPasswordChallenge',
  'TokenGeneration_AuthenticateDevice',
  'TokenGeneration_RefreshTokens',
]);
const group = text('Group', 'buyers');
const role = text('Preferred role', 'arn:aws:iam::123456789012:role/buyers');

const preToken = sampleEvent({
  id: 'cognito-pre-token',
  service,
  title: 'Pre token generation, version 1',
  says: 'An ID token is made: claims may be added, changed or left out.',
  eventType: 'cognito-pre-token',
  fields: { source: tokenSource, group, role, ...user },
  build: ({ group: name, role: preferred, email, ...of }, make) => ({
    ...trigger(of, make),
    request: {
      userAttributes: attributes(of.userName, email),
      groupConfiguration: groups(name, preferred),
      clientMetadata: {},
    },
    response: { claimsOverrideDetails: {} },
  }),
});

const preTokenV2 = sampleEvent({
  id: 'cognito-pre-token-v2',
  service,
  title: 'Pre token generation, version 2',
  says: 'ID and access tokens are made: claims and scopes may be changed.',
  eventType: 'cognito-pre-token-v2',
  fields: {
    source: tokenSource,
    group,
    role,
    scope: text('Scope', 'aws.cognito.signin.user.admin'),
    ...user,
  },
  build: ({ group: name, role: preferred, scope, email, ...of }, make) => ({
    ...trigger(of, make),
    version: '2',
    request: {
      userAttributes: attributes(of.userName, email),
      groupConfiguration: groups(name, preferred),
      scopes: [scope],
      clientMetadata: {},
    },
    response: { claimsAndScopeOverrideDetails: {} },
  }),
});

function groups(name: string, preferredRole: string) {
  return { groupsToOverride: [name], iamRolesToOverride: [preferredRole], preferredRole };
}

const customMessage = sampleEvent({
  id: 'cognito-custom-message',
  service,
  title: 'Custom message',
  says: 'A mail or text message is about to go out: its words may be changed.',
  eventType: 'cognito-custom-message',
  fields: {
    source: choice('Trigger source', [
      'CustomMessage_SignUp',
      'CustomMessage_AdminCreateUser',
      'CustomMessage_ResendCode',
      'CustomMessage_ForgotPassword',
      'CustomMessage_UpdateUserAttribute',
      'CustomMessage_VerifyUserAttribute',
      'CustomMessage_Authentication',
    ]),
    ...user,
  },
  build: ({ email, ...of }, make) => ({
    ...trigger(of, make),
    request: {
      userAttributes: attributes(of.userName, email),
      codeParameter: '{####}',
      linkParameter: '{##Click Here##}',
      usernameParameter: of.source === 'CustomMessage_AdminCreateUser' ? '{username}' : null,
      clientMetadata: {},
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  }),
});

const migration = sampleEvent({
  id: 'cognito-user-migration',
  service,
  title: 'User migration',
  says: 'Someone whom the pool does not know signs in or has forgotten a password.',
  eventType: 'cognito-migrate-user',
  fields: {
    source: choice('Trigger source', ['UserMigration_Authentication', 'UserMigration_ForgotPassword']),
    userName: text('User name', 'ada@example.com'),
    password: secret('Password', 'not-a-real-password'),
    pool: user.pool,
    region: user.region,
  },
  build: ({ password, ...of }, make) => ({
    ...trigger(of, make),
    request: { password, validationData: {}, clientMetadata: {} },
    response: {
      userAttributes: null,
      finalUserStatus: null,
      messageAction: null,
      desiredDeliveryMediums: null,
      forceAliasCreation: null,
      enableSMSMFA: null,
    },
  }),
});

export const cognito = {
  preSignUp,
  postConfirmation,
  preAuthentication,
  postAuthentication,
  preToken,
  preTokenV2,
  customMessage,
  migration,
};
