import { arn, place } from './common-fields.ts';
import { choice, secret, text } from './fields.ts';
import * as http from './http-parts.ts';
import { sampleEvent } from './sample-event.ts';

const rotation = sampleEvent({
  id: 'secrets-rotation',
  service: 'Secrets Manager',
  title: 'Rotation step',
  says: 'A secret is rotated: each of four steps calls the function.',
  fields: {
    step: choice('Step', ['createSecret', 'setSecret', 'testSecret', 'finishSecret']),
    secret: text('Secret', 'orders/database'),
    ...place,
  },
  build: ({ step, secret, ...at }, make) => ({
    Step: step,
    SecretId: arn('secretsmanager', at, `secret:${secret}-${make.letters(6)}`),
    ClientRequestToken: make.uuid(),
  }),
});

const transferFamily = sampleEvent({
  id: 'transfer-family',
  service: 'Transfer Family',
  title: 'Identity provider',
  says: 'A user logs in to a file server: the function knows who it is and what to show.',
  eventType: 'transfer-family',
  fields: {
    username: text('User name', 'ada'),
    password: secret('Password', 'not-a-real-password', 'Empty where the client brings a key'),
    protocol: choice('Protocol', ['SFTP', 'FTP', 'FTPS']),
    server: text('Server', 's-0123456789abcdef0'),
  },
  build: ({ server, ...login }) => ({ ...login, serverId: server, sourceIp: http.sourceIp }),
});

export const security = { rotation, transferFamily };
