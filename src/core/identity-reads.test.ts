import { describe, expect, test } from 'vitest';
import { createInvokeClient } from './client.ts';
import { getCallerIdentity, getCredentialsForIdentity, getId } from './identity-reads.ts';
import { answering, configured, exampleKeys, playing, textOf } from './sending.fixture.ts';
import { verifySignature } from './verify-signature.fixture.ts';

describe('reads of identity', () => {
  test('getCallerIdentity is a signed POST to STS', async () => {
    const { client, sent } = answering(
      '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>' +
        '<Arn>arn:aws:iam::123456789012:user/me</Arn><UserId>AIDA1</UserId><Account>123456789012</Account>' +
        '</GetCallerIdentityResult></GetCallerIdentityResponse>',
    );
    expect(await getCallerIdentity(client)).toMatchObject({
      ok: true,
      value: { arn: 'arn:aws:iam::123456789012:user/me', userId: 'AIDA1', account: '123456789012' },
    });
    const [request] = sent;
    expect(request).toMatchObject({ method: 'POST', url: 'https://sts.us-west-2.amazonaws.com/' });
    expect(textOf(request?.body ?? new Uint8Array(0))).toBe('Action=GetCallerIdentity&Version=2011-06-15');
    if (request) expect(await verifySignature(request, exampleKeys)).toBe('valid');
  });

  test('an STS error is read from its XML', async () => {
    const body =
      '<ErrorResponse><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>The security token included in the request is invalid.</Message></Error></ErrorResponse>';
    const { fetch } = playing({ status: 403, body });
    expect(await getCallerIdentity(createInvokeClient(configured({ fetch })))).toMatchObject({
      ok: false,
      error: { kind: 'credentials', code: 'InvalidClientTokenId' },
    });
  });

  test('a guest of a Cognito pool gets credentials without a signature', async () => {
    const { client, sent } = answering(
      { IdentityId: 'us-west-2:1-2-3' },
      {
        Credentials: {
          AccessKeyId: 'ASIA1',
          SecretKey: 'secret',
          SessionToken: 'token',
          Expiration: 1_795_350_896,
        },
      },
    );
    const identity = await getId(client, {
      identityPoolId: 'us-west-2:pool',
      logins: { 'accounts.example': 'jwt' },
    });
    expect(identity).toMatchObject({ ok: true, value: { identityId: 'us-west-2:1-2-3' } });
    const credentials = await getCredentialsForIdentity(client, { identityId: 'us-west-2:1-2-3' });
    expect(credentials).toMatchObject({
      ok: true,
      value: {
        accessKeyId: 'ASIA1',
        secretAccessKey: 'secret',
        sessionToken: 'token',
        expiration: new Date(1_795_350_896_000),
      },
    });
    expect(sent.map(({ url, headers }) => [url, headers['x-amz-target'], headers['authorization']])).toEqual([
      ['https://cognito-identity.us-west-2.amazonaws.com/', 'AWSCognitoIdentityService.GetId', undefined],
      [
        'https://cognito-identity.us-west-2.amazonaws.com/',
        'AWSCognitoIdentityService.GetCredentialsForIdentity',
        undefined,
      ],
    ]);
    expect(sent.map(({ body }) => JSON.parse(textOf(body)) as unknown)).toEqual([
      { IdentityPoolId: 'us-west-2:pool', Logins: { 'accounts.example': 'jwt' } },
      { IdentityId: 'us-west-2:1-2-3' },
    ]);
  });

  test('an answer without credentials is none', async () => {
    const { client } = answering({ Credentials: { AccessKeyId: 'ASIA1' } });
    expect(await getCredentialsForIdentity(client, { identityId: 'x' })).toMatchObject({
      ok: false,
      error: { kind: 'bad-response' },
    });
  });
});
