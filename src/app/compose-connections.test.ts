import { expect, test } from 'vitest';
import { createConnectionStore } from '../state/connection-store.ts';
import { createCredentialMemory } from '../state/credential-memory.ts';
import { createNoticeStore } from '../state/notice-store.ts';
import { command, setUp } from '../state/run-service.fixture.ts';
import { connection, textStorage } from '../state/state.fixture.ts';
import { composeConnections } from './compose-connections.ts';

test('without the late code of the guards a run on a stored connection is refused and never sent', async () => {
  const credentials = createCredentialMemory();
  const local = textStorage();
  const connections = createConnectionStore({
    storage: local,
    tabStorage: textStorage(),
    credentials,
    fetch: async () => new Response('', { status: 404 }),
  });
  connections.getState().actions.save({ ...connection(), kind: 'aws' });
  credentials.set('c1', { accessKeyId: 'AKIA1', secretAccessKey: 'secret' });
  let isReachable = false;
  let loads = 0;
  const { guard } = composeConnections(
    { connections, credentials, notices: createNoticeStore(), local, transportUrlOf: () => undefined },
    () => {
      loads += 1;
      return isReachable
        ? import('./connection-safety.ts')
        : Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    },
  );
  const { service, events } = setUp({ guards: [guard] });
  for (const made of [connection(), connection({ kind: 'local' })]) {
    expect(await service.start(command({ connection: made })).done).toMatchObject({
      outcome: 'not-sent',
      refusal: { code: 'guard-failed' },
    });
  }
  expect(events).toEqual([]);
  isReachable = true;
  expect(await service.start(command()).done).toMatchObject({ outcome: 'success' });
  expect(events).toContain('send');
  expect(loads).toBe(3);
});
