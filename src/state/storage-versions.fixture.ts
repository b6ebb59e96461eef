import type { StoreName } from './storage-types.ts';

/**
 * What the console of each version of the database left on a disk: a run that ended, one that was cut off, a sealed
 * page, a draft and, later, a preset. A fixture never changes: people have such data.
 */
export interface StoredVersion {
  version: number;
  stores: readonly StoreName[];
  records: readonly (readonly [store: StoreName, key: string, value: unknown])[];
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const summary = {
  v: 1,
  id: '0mon1x3c0-3f0c5d0e-0000-4000-8000-000000000001',
  sessionId: 'page-1',
  draftId: 'draft-1',
  state: 'done',
  outcome: 'success',
  startedAt: 1_777_629_600_000,
  endedAt: 1_777_629_600_120,
  functionName: 'orders',
  qualifier: 'live',
  invocationType: 'RequestResponse',
  connectionName: 'Orders, test',
  region: 'eu-west-1',
  endpoint: null,
  requestBytes: 15,
  responseBytes: 4,
  roundTripMs: 120.5,
  durationMs: 12.25,
  statusCode: 200,
  executedVersion: '7',
  requestId: 'a1b2c3d4-0000-4000-8000-00000000000a',
  errorCode: null,
};

const body = {
  v: 1,
  id: summary.id,
  request: {
    functionName: 'orders',
    qualifier: 'live',
    invocationType: 'RequestResponse',
    tailLog: true,
    stream: false,
    tenantId: '',
    durableExecutionName: '',
    traceId: '',
    retryMode: 'safe',
    clientContext: '',
    connectionName: 'Orders, test',
    region: 'eu-west-1',
    endpoint: null,
    payload: { bytes: bytes('{"n": 1e400, "n"') },
  },
  result: {
    ok: true,
    output: { statusCode: 200, headers: {}, requestId: summary.requestId },
    payload: { bytes: bytes('"ok"') },
  },
  attempts: [{ number: 1, startedAt: new Date(1_777_629_600_000), endedAt: new Date(1_777_629_600_120) }],
  prepared: null,
};

const cutOff = {
  ...summary,
  id: '0mon1x3c1-3f0c5d0e-0000-4000-8000-000000000002',
  sessionId: 'page-that-is-gone',
  state: 'sending',
  outcome: null,
  endedAt: null,
  responseBytes: null,
  roundTripMs: null,
  durationMs: null,
  statusCode: null,
  executedVersion: null,
  requestId: null,
};

const sealed = { ...summary, id: '0mon00000-3f0c5d0e-0000-4000-8000-000000000003' };

const runs = [
  ['runSummaries', summary.id, summary],
  ['runBodies', summary.id, body],
  ['runSummaries', cutOff.id, cutOff],
  ['runBodies', cutOff.id, { ...body, id: cutOff.id, result: null, attempts: [] }],
  ['runPages', sealed.id, { v: 1, summaries: [sealed] }],
  ['runBodies', sealed.id, { ...body, id: sealed.id }],
] as const;

/** Two of a series: one was under way, the other's end is told by its body alone. */
const groupId = '0mon1x3c2-3f0c5d0e-0000-4000-8000-000000000004';
const grouped = { ...cutOff, id: groupId };
const groupedToo = { ...cutOff, id: '0mon1x3c2-3f0c5d0e-0000-4000-8000-000000000005' };
const underWay = { ...body, result: null, attempts: [] };

const groups = [
  [
    'runGroups',
    groupId,
    {
      v: 1,
      summaries: [
        { ...grouped, begun: { ...underWay, id: grouped.id } },
        { ...groupedToo, begun: { ...underWay, id: groupedToo.id } },
      ],
    },
  ],
  [
    'runBodies',
    groupedToo.id,
    { ...body, id: groupedToo.id, summary: { ...summary, id: groupedToo.id, sessionId: grouped.sessionId } },
  ],
] as const;

const drafts = [
  ['kv', 'drafts/tab-1', { v: 1, order: ['draft-1'], activeId: 'draft-1' }],
  [
    'drafts',
    'tab-1/draft-1',
    {
      v: 1,
      id: 'draft-1',
      title: 'Refund',
      functionName: 'orders',
      qualifier: 'live',
      invocationType: 'Event',
      tailLog: false,
      stream: false,
      tenantId: '',
      durableExecutionName: '',
      traceId: '',
      retryMode: 'safe',
      clientContext: '',
      caret: { line: 1, column: 3 },
      lastRunId: summary.id,
    },
  ],
  ['drafts', 'tab-1/draft-1/payload', { v: 1, bytes: bytes('\uFEFF{"a":\r\n1.0}') }],
] as const;

const presetId = '0b9f3c52-1111-4222-8333-444455556666';

const presets = [
  [
    'presets',
    presetId,
    {
      v: 1,
      id: presetId,
      revision: 3,
      name: 'Refund over limit',
      tags: ['refund'],
      functionName: 'orders',
      qualifier: 'live',
      invocationType: 'RequestResponse',
      payloadBytes: 7,
    },
  ],
  [
    'presetBodies',
    presetId,
    {
      v: 1,
      preset: {
        id: presetId,
        name: 'Refund over limit',
        description: '',
        tags: ['refund'],
        request: {
          functionName: 'orders',
          qualifier: 'live',
          invocationType: 'RequestResponse',
          logType: 'Tail',
          payload: '{"a":1}',
          payloadEncoding: 'utf8',
          clientContext: '',
          tenantId: null,
          durableExecutionName: null,
          stream: false,
        },
        target: { region: 'eu-west-1', endpoint: null },
      },
    },
  ],
  ['kv', 'presetOrigins', { v: 1, origins: [['draft-1', { presetId, revision: 3 }]] }],
] as const;

const storesOfVersion1 = ['runSummaries', 'runPages', 'runBodies', 'drafts', 'kv'] as const;
const storesOfVersion2 = [...storesOfVersion1, 'presets', 'presetBodies'] as const;

const favourites = [
  ['favourites', sealed.id, { v: 1, id: sealed.id, revision: 2, name: 'The one that worked' }],
] as const;
const storesOfVersion3 = [...storesOfVersion2, 'favourites'] as const;

export const storedVersions: readonly StoredVersion[] = [
  { version: 1, stores: storesOfVersion1, records: [...runs, ...drafts] },
  { version: 2, stores: storesOfVersion2, records: [...runs, ...drafts, ...presets] },
  { version: 3, stores: storesOfVersion3, records: [...runs, ...drafts, ...presets, ...favourites] },
  {
    version: 4,
    stores: [...storesOfVersion3, 'runGroups'],
    records: [...runs, ...groups, ...drafts, ...presets, ...favourites],
  },
];
